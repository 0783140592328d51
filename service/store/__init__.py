"""The only place that knows the database: one module per subject, SQL in sql/."""
