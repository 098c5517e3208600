"""How long it takes until something happens; what came first and not yet are told apart."""
