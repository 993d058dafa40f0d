from django.db import migrations

from cases.publication.guards import append_only


class Migration(migrations.Migration):
    dependencies = [("publication", "0001_initial")]

    operations = [append_only("publication_version"), append_only("publication_versiondocument")]
