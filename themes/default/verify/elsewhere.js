// A page that does not lie where its award was signed for: a copy, or a preview.

import {pageOf} from './page.js';

/** What there is to say, if the page says what was signed. */
export const elsewhere = (credential, copy) => copy ? ['unknown', ['page-copy', location.host, pageOf(credential.id)]]
  : ['attention', ['page-preview', pageOf(credential.id)]];
