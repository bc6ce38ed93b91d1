"""What one does with the album: put photos in it."""

from .share_photos import share_photos

__all__ = ["share_photos"]
