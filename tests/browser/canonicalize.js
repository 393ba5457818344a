// One JSON document a line in, its canonical form a line out: for comparing with the Rust code.

import {readFileSync} from 'node:fs';
import {canonicalize} from '../../themes/default/verify/jcs.js';

const lines = readFileSync(0, 'utf8').split('\n').slice(0, -1);
process.stdout.write(lines.map(line => `${canonicalize(JSON.parse(line))}\n`).join(''));
