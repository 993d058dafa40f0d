import django.db.models.deletion
from django.db import migrations, models

from cases.finding.collation import sorted_by_bytes


class Migration(migrations.Migration):
    dependencies = [
        ("publication", "0003_merging"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicPlace",
            fields=[
                (
                    "id",
                    models.CharField(
                        help_text="Made from the name.", max_length=10, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "path",
                    models.CharField(help_text="The list of people whose case names it.", max_length=3000),
                ),
            ],
            options={
                "ordering": ["name", "id"],
            },
        ),
        migrations.CreateModel(
            name="PublicTitle",
            fields=[
                (
                    "key",
                    models.CharField(
                        help_text="Its kind and id.", max_length=30, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("text", models.CharField(max_length=200)),
                (
                    "searched",
                    models.CharField(
                        help_text="The words of its title that tell it from others.", max_length=401
                    ),
                ),
                ("path", models.CharField(max_length=3000)),
            ],
        ),
        migrations.AlterField(
            model_name="publicname",
            name="key_version",
            field=models.PositiveSmallIntegerField(help_text="cases.names.KEY_VERSION of its keys."),
        ),
        migrations.CreateModel(
            name="PublicKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=81)),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keys",
                        to="publication.publicperson",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PublicTitleKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=81)),
                (
                    "title",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keys",
                        to="publication.publictitle",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PublicTitleWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("variant", models.CharField(max_length=40)),
                ("word", models.CharField(max_length=40)),
            ],
            options={
                "indexes": [models.Index(fields=["word"], name="publictitleword_word")],
                "constraints": [
                    models.UniqueConstraint(fields=("variant", "word"), name="publictitleword_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("variant", models.CharField(max_length=40)),
                ("word", models.CharField(max_length=40)),
            ],
            options={
                "indexes": [models.Index(fields=["word"], name="publicword_word")],
                "constraints": [models.UniqueConstraint(fields=("variant", "word"), name="publicword_once")],
            },
        ),
        migrations.DeleteModel(
            name="PublicToken",
        ),
        migrations.AddIndex(
            model_name="publickey",
            index=models.Index(fields=["key", "person"], name="publickey_key"),
        ),
        migrations.AddIndex(
            model_name="publickey",
            index=models.Index(fields=["person"], name="publickey_person"),
        ),
        migrations.AddIndex(
            model_name="publictitlekey",
            index=models.Index(fields=["key", "title"], name="publictitlekey_key"),
        ),
        migrations.AddIndex(
            model_name="publictitlekey",
            index=models.Index(fields=["title"], name="publictitlekey_title"),
        ),
        *(
            sorted_by_bytes(f"publication_{table}", column, length)
            for table, column, length in [
                ("publickey", "key", 81),
                ("publictitlekey", "key", 81),
                ("publicword", "variant", 40),
                ("publicword", "word", 40),
                ("publictitleword", "variant", 40),
                ("publictitleword", "word", 40),
            ]
        ),
    ]
