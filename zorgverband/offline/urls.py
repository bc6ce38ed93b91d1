"""Addresses for working without reception. The service worker stands at the root, so that all is in
its reach."""

from django.urls import path

from .views import own, waiting, worker

urlpatterns = [
    path("zv.js", worker.service_worker, name="service_worker"),
    path("zv.webmanifest", worker.manifest, name="manifest"),
    path("nog-te-versturen/", waiting.waiting, name="waiting"),
    path("nog-te-versturen/pas/", waiting.sending_pass, name="sending_pass"),
    path("eigen-toestel/", own.own_device, name="own_device"),
    path("eigen-toestel/aan/", own.make_own_device, name="make_own_device"),
    path("eigen-toestel/<uuid:device_id>/uit/", own.end_own_device, name="end_own_device"),
    path("eigen-toestel/lijst/", own.kept_list, name="kept_list"),
    path("geen-bereik/", waiting.no_reception, name="no_reception"),
]
