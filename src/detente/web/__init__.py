"""The desk: a record in the browser; routes only, whatever they show is made below."""
