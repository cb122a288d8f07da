/** Of revision 1.2 and 1.3 of ACNS 2.0. */
export const acnsNamespace = 'http://www.acns.net/ACNS';

/** Of the revisions before them, 1.0 and 1.1, whose Infringement is the same as far as it is read here. */
const earlierNamespace = 'http://www.movielabs.com/ACNS';

export const acnsNamespaces = [acnsNamespace, earlierNamespace] as const;
