"""What comes in and what goes out, as marshmallow schemas: the one source of checks, answers and openapi.yaml."""
