"""Reads news reports about states and keeps a sourced, dated record of their relations."""
