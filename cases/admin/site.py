"""Names of the desk, for Django's own site object that the addresses use."""

from django.contrib import admin

admin.site.site_header = "Research desk"
admin.site.site_title = "Research desk"
admin.site.index_title = "The record and its publication"
admin.site.empty_value_display = "–"
# Hidden without JavaScript and in the way on a telephone; the front page lists the same.
admin.site.enable_nav_sidebar = False
