"""Zorgverband: the place where the people around a vulnerable person at home work together."""
