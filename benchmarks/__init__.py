"""What the program costs, as ratios to a bare aiogram bot measured in the same run. Nothing here passes or fails."""
