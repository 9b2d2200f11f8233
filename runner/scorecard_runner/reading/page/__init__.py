"""Words to what stands on a page: lines, regions, sections. Refuses to know whose innings it is."""
