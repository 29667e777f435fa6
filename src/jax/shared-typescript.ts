/** Adds to what parts share: the build fills this with what parts need that Python does without. */
export {};
