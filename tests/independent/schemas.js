// The JSON Schemas of Open Badges 3.0, both editions, ready to use.

import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {Ajv2019} from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';

const file = name => fileURLToPath(new URL(`../vectors/schemas/${name}`, import.meta.url));

/** The addresses at which 1EdTech publishes them, for programs that fetch them. */
export const schemaAddresses = Object.fromEntries(['achievementcredential', 'endorsementcredential', 'profile'].map(name => [
  `https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_${name}_schema.json`,
  file(`ob-v3p0/ob_v3p0_${name}_schema.json`),
]));

function validator(name, definition) {
  const schema = JSON.parse(readFileSync(file(name), 'utf8'));
  // The `$id`s of the two editions are crossed, and `$schema` has a `#` too many.
  delete schema.$id;
  delete schema.$schema;
  const ajv = new Ajv2019({allErrors: true, strict: false});
  addFormats.default(ajv);
  return definition ? ajv.compile({$defs: schema.$defs, $ref: `#/$defs/${definition}`}) : ajv.compile(schema);
}

const tolerant = 'ob-v3p0/ob_v3p0_achievementcredential_schema.json';
const strict = 'ob-v3p0-strict/ob_v3p0_achievementcredential_schema.json';

/** For each kind of document, every schema that it has to satisfy. */
export const schemas = {
  credential: {tolerant: validator(tolerant), strict: validator(strict), 'VC 2.0': validator('vc/verifiable-credential-schema.json')},
  achievement: {tolerant: validator(tolerant, 'Achievement'), strict: validator(strict, 'Achievement')},
  profile: {
    tolerant: validator('ob-v3p0/ob_v3p0_profile_schema.json', 'Profile'),
    strict: validator(strict, 'Profile'),
  },
  statusList: {'VC 2.0': validator('vc/verifiable-credential-schema.json')},
};

/** What `validate` finds wrong with `document`, as short sentences. */
export function flaws(validate, document) {
  return validate(document) ? [] : validate.errors.map(error => `${error.instancePath || '/'} ${error.message}`);
}
