"""What happens to a drawn page before a reader sees it: compression, turning, photographing, faxing, scanning."""
