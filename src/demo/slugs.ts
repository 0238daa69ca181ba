// Slugs: which organisations make up the demo world; apart from them, so that a start needn't read them to know that they are there.

export const demoSlugs = ['duinrade', 'lekhoven', 'ict-maasdal', 'ict-westerwaard', 'postwijzer'] as const
