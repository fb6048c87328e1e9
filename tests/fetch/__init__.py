"""Tests of the door to strangers' pages."""
