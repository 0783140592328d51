"""The queue's tables are those that its code expects."""

from procrastinate.schema import SchemaManager
from stores import ask

from service.shipped import shipped


def test_the_migration_is_the_schema_of_the_installed_version():
    migration = shipped("sql/migrations/0014_queue.sql").read_text("utf-8")
    schema = SchemaManager.get_schema()
    assert migration.endswith(schema)
    assert all(not line or line.startswith("--") for line in migration.removesuffix(schema).splitlines())


def test_its_tables_are_there(database_url):
    found = ask(database_url, "SELECT to_regclass('procrastinate_jobs') AS jobs")
    assert found[0]["jobs"] is not None
