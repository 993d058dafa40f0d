from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("importers", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="mention",
            name="why",
            field=models.TextField(blank=True, help_text="Why the mention was taken to be this person."),
        ),
    ]
