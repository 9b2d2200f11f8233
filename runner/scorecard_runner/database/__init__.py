"""Everything about PostgreSQL: the only package of the runner that knows SQL and the driver."""
