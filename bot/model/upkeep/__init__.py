"""What does upkeep see, remember, propose and show? Values only."""
