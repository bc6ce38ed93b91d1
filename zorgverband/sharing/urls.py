"""Addresses of writing and reading one item."""

from django.urls import path

from .views import file, item, write

urlpatterns = [
    path("schrijven/", write.write, name="write"),
    path("schrijven/lezers/", write.readers_panel, name="readers_panel"),
    path("bericht/<uuid:item_id>/", item.item, name="item"),
    path("bericht/<uuid:item_id>/lezers/", item.readers, name="readers"),
    path("bericht/<uuid:item_id>/antwoord/", item.reply, name="reply"),
    path("bericht/<uuid:item_id>/veranderen/", item.edit, name="edit"),
    path("bericht/<uuid:item_id>/eerder/", item.versions, name="versions"),
    path("bericht/<uuid:item_id>/terughalen/", item.take_back, name="take_back"),
    path("bestand/<uuid:file_id>/", file.file, name="file"),
    path("bestand/<uuid:file_id>/klein/", file.small_picture, name="small_picture"),
]
