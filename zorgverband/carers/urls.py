"""Addresses of what informal carers say about themselves."""

from django.urls import path

from .views import check, offer, overview

urlpatterns = [
    path("mantelzorg/", overview.carers, name="carers"),
    path("mantelzorg/wat-ik-doe/", offer.offer_care, name="offer_care"),
    path("mantelzorg/hoe-gaat-het/", check.carer_check, name="carer_check"),
]
