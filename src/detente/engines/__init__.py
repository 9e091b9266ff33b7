"""Where reading runs: in this process, or over several."""
