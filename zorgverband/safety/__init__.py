"""Looking in need (noodtoegang), and safety compartments: what only a few named people know of."""
