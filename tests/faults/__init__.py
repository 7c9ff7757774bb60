"""What only shows with several processes, with none any more, or with a full disk."""
