"""What does a GraphQL query get? Parsed, checked and run over the same state as REST."""
