"""Measurements that a committed command can repeat; none of them decides a test."""
