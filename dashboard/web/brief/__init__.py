"""The daily brief: one page on one day's report, its content worked out once and written as HTML, Markdown or PDF."""
