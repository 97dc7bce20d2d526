"""Pictures outside a page: a warm Chromium that draws them, what a PNG says of itself, whether it still holds."""
