"""Where reports come from: whatever the way in, an Article goes through the one inbox."""
