"""What LeadHub costs and how fast it is, measured: `just bench NAME`. Loopback alone, bounded in count and time."""
