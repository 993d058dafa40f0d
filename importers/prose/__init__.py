"""What prose says of time: dates, durations and numbers in words. Pure: text and offsets in, values out."""
