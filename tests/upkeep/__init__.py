"""Tests of the rooms of upkeep."""
