"""A Draft in, an Analysis out: values parsed, words segmented, project kind and cues found, once for every row."""
