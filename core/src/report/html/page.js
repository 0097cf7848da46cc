// Shows the report. What was submitted reaches the page as text nodes alone.
const PAGE_SIZE = 50;
const state = { language: report.language === 'fr' ? 1 : 0, filter: { ...NO_FILTER }, page: 0, open: new Set() };

const word = (name, values = {}) =>
  WORDS[name][state.language].replace(/\{(\w+)\}/g, (_, key) => values[key]);
const format = (number) => number.toLocaleString(state.language ? 'fr' : 'en');
const translated = (texts) => (texts && (texts[state.language ? 'fr' : 'en'] || Object.values(texts)[0])) || '';

// What would not be seen, or would turn the text around it, is shown by its number, as other forms of report do: controls,
// noncharacters, and every format character but soft hyphen, joiners and the signs that readers see.
const visible = (text) => text.replace(/[^\P{Cc}\n\t]|[\u2028\u2029\p{Noncharacter_Code_Point}]|[^\P{Cf}\u00AD\u200C\u200D\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]/gu,
  (character) => `\\u{${character.codePointAt(0).toString(16).toUpperCase()}}`);

// Elements and texts as they go into the page.
const contents = (children) => children.flat(Infinity).filter((child) => child || child === 0)
  .map((child) => (child instanceof Node ? child : visible(String(child))));

// An element with attributes, listeners (onclick: function) and children, which are elements or text.
const element = (name, attributes = {}, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...contents(children));
  return node;
};
const byId = (id) => document.getElementById(id);
const fill = (id, ...children) => byId(id).replaceChildren(...contents(children));

const showHead = () => {
  const title = report.inputs.length === 1 ? report.inputs[0].source : word('several', { n: format(report.inputs.length) });
  document.documentElement.lang = state.language ? 'fr' : 'en';
  document.title = visible(`${title} - ${word('kind')}`);
  fill('kind', word('kind'));
  fill('title', title);
  fill('about', report.declarations.map((declaration) => translated(declaration.title)).join(' · '));
  byId('language').setAttribute('aria-label', word('languageName'));
  for (const button of byId('language').children)
    button.setAttribute('aria-pressed', String((button.dataset.language === 'fr') === (state.language === 1)));
  fill('footer', word('made', { version: report.version }));
};

// Why an input was not checked, or not wholly.
const uncheckedOf = (input) => (input.error ? [input.error.message] : input.not_checked[state.language]);

const showVerdict = () => {
  const passed = report.inputs.every((input) => input.passed);
  const figure = (name) => element('div', {}, element('dt', {}, word(name === 'read' ? 'initiatives' : name)),
    element('dd', {}, format(sum(name))));
  const cautions = report.inputs.flatMap((input) => uncheckedOf(input)
    .map((reason) => (report.inputs.length > 1 ? `${input.source}${word('colon')}${reason}` : reason)));
  const told = cautions.slice(0, 5);
  if (cautions.length > told.length) told.push(word('more', { n: format(cautions.length - told.length) }));
  fill('verdict', element('h2', { id: 'verdict-title', class: 'hidden' }, word('verdict')),
    element('p', { class: `verdict ${passed ? 'passed' : 'failed'}` }, word(passed ? 'passed' : 'failed')),
    element('dl', { class: 'totals' }, ['read', 'errors', 'warnings', 'notes'].map(figure)),
    cautions.length > 0 && element('div', { class: 'caution' }, element('h3', {}, word('unchecked')),
      element('ul', {}, told.map((caution) => element('li', {}, caution)))));
};

const choose = (change) => {
  Object.assign(state.filter, change);
  state.page = 0;
  showFilters();
  showFindings();
  if ('objective' in change || 'partner' in change || 'file' in change || 'part' in change) showCoverage();
};

// The findings of each cell that are listed and match the filters of file and part.
const listedOf = (part) => {
  const listed = new Map();
  for (const finding of report.findings) {
    if (state.filter.file !== '' && finding.input !== Number(state.filter.file)) continue;
    if (part !== '' && finding.part !== part) continue;
    for (const partner of finding.partners) {
      const cell = `${finding.objective} ${partner}`;
      listed.set(cell, (listed.get(cell) || 0) + 1);
    }
  }
  return listed;
};

// The matrix of one declaration: its index, the index of the part that is shown (null for all, -1 for one that it does not
// have), the largest count of any cell and part, the counts of initiatives and of findings by objective and partner, and the
// listed findings of each cell.
const matrixOf = (at, inputs, most) => {
  const declaration = report.declarations[at];
  const chosen = state.filter.part.startsWith(keyOf(at, '')) ? state.filter.part : '';
  const part = chosen === '' ? null : declaration.parts.findIndex(({ number }) => keyOf(at, number) === chosen);
  const initiatives = counter(inputs, 'cells');
  const findings = counter(inputs, 'finding_cells');
  return {
    at, declaration, part, most, listed: listedOf(chosen),
    count: (objective, partner) => initiatives(part, objective, partner),
    found: (objective, partner) => findings(part, objective, partner),
  };
};

const matrixCell = (matrix, row, column) => {
  const { at, declaration } = matrix;
  const [objective, partner] = [declaration.objectives[row], declaration.signatories[column]];
  const chosen = { objective: keyOf(at, objective.number), partner: keyOf(at, partner.code) };
  const cell = `${chosen.objective} ${chosen.partner}`;
  const count = matrix.count(row, column);
  const found = matrix.found(row, column);
  const listed = matrix.listed.get(cell) || 0;
  const shade = count > 0 && `shade-${shadeOf(count, matrix.most)}`;
  const shown = count > 0 ? String(count) : '';
  if (found === 0) return element('td', { class: shade, tabindex: '-1', 'data-cell': cell }, shown);
  const isChosen = state.filter.objective === chosen.objective && state.filter.partner === chosen.partner;
  const label = word(listed < found ? 'cellInPart' : 'cell', {
    objective: objective.number, partner: translated(partner.name), n: format(count), findings: format(found), listed: format(listed) });
  return element('td', { class: shade }, element('button', {
    type: 'button', 'data-findings': found, 'data-cell': cell, 'aria-pressed': String(isChosen), 'aria-label': label, title: label,
    onclick: () => {
      choose(isChosen ? { objective: '', partner: '' } : chosen);
      if (isChosen) byId('coverage').querySelector(`[data-cell="${CSS.escape(cell)}"]`)?.focus();
      else byId('findings-title').focus();
    },
  }, shown));
};

const matrixRow = (matrix, number) => {
  const { at, declaration, count } = matrix;
  const index = declaration.objectives.findIndex((objective) => objective.number === number);
  const objective = declaration.objectives[index];
  if (!objective) return null;
  const total = count(index, null);
  return element('tr', { class: total === 0 && 'gap' },
    element('th', { scope: 'row', class: 'objective', title: objective.text, tabindex: '-1', 'data-row': keyOf(at, number) },
      element('span', {}, element('b', {}, String(number)), element('i', { lang: declaration.language }, objective.text))),
    declaration.signatories.map((_, column) => matrixCell(matrix, index, column)),
    element('td', { class: 'total' }, String(total)));
};

const matrixTable = (matrix) => {
  const { declaration, count } = matrix;
  const columns = declaration.signatories.length + 2;
  return element('table', { class: 'matrix' }, element('caption', { class: 'hidden' }, word('matrixCaption')),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col', class: 'objective' }, word('objective')),
      declaration.signatories.map((partner) => element('th', { scope: 'col' },
        element('abbr', { title: translated(partner.name) }, partner.code))),
      element('th', { scope: 'col' }, word('total')))),
    declaration.sections.map((section) => element('tbody', {},
      element('tr', { class: 'band' }, element('th', { scope: 'rowgroup', colspan: columns, lang: declaration.language }, section.heading)),
      section.objectives.map((number) => matrixRow(matrix, number)))),
    element('tfoot', {}, element('tr', {}, element('th', { scope: 'row', class: 'objective' }, element('span', {}, element('b'), element('b', {}, word('total')))),
      declaration.signatories.map((_, at) => element('td', { class: 'total' }, String(count(null, at)))),
      element('td', { class: 'total' }, String(count(null, null))))));
};

const partButtons = ({ at, declaration, part: shown }) => {
  const button = (part, text) => element('button', {
    type: 'button', 'data-part': keyOf(at, part === null ? 'all' : declaration.parts[part].number), 'aria-pressed': String(shown === part),
    onclick: ({ target }) => {
      choose({ part: part === null ? '' : keyOf(at, declaration.parts[part].number) });
      byId('coverage').querySelector(`[data-part="${target.dataset.part}"]`).focus();
    },
  }, text);
  return element('div', { class: 'parts', role: 'group', 'aria-label': word('parts') }, button(null, word('allParts')),
    declaration.parts.map((part, index) => button(index, `${part.number}. ${translated(part.label)}`)));
};

const legend = (most) => element('div', { class: 'legend', 'aria-hidden': 'true' },
  [1, 2, 3, 4, 5].map((shade) => element('span', { class: `swatch shade-${shade}` }, countsOf(shade, most).map(format).join('–'))),
  element('span', {}, element('span', { class: 'dot' }), word('hasFindings')));

const showCoverage = () => {
  const most = Math.max(...report.declarations.map((_, at) => mostOf(matrixInputs(at, state.filter.file))));
  const shown = report.declarations.flatMap((declaration, at) => {
    const inputs = matrixInputs(at, state.filter.file);
    if (inputs.length === 0) return [];
    const matrix = matrixOf(at, inputs, most);
    const empty = declaration.objectives.filter((_, index) => matrix.count(index, null) === 0).length;
    const unplaced = inputs.reduce((total, input) => total + (input.unplaced || 0), 0);
    return [
      report.declarations.length > 1 && element('h3', {}, translated(declaration.title)),
      element('div', { class: 'toolbar' }, element('p', {}, word('empty', { n: empty, all: declaration.objectives.length })),
        partButtons(matrix)),
      unplaced > 0 && element('p', { class: 'caution' }, word('unplaced', { n: format(unplaced) })),
      element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': word('matrixCaption') }, matrixTable(matrix)),
    ];
  }).filter(Boolean);
  fill('coverage', shown.length > 0 && [element('h2', { id: 'coverage-title' }, word('coverage')),
    element('p', { class: 'quiet' }, `${word('coverageHelp')} `, element('span', { class: 'screen' }, word('coverageChoice'))), ...shown, legend(most)]);
};

// How the declaration names the values of a filter.
const NAMES = {
  section: (declaration) => declaration.sections.map((section) => [section.code, section.heading]),
  objective: (declaration) => declaration.objectives.map((objective) => [objective.number, `${objective.number}. ${objective.text}`]),
  partner: (declaration) => declaration.signatories.map((partner) => [partner.code, `${partner.code} – ${translated(partner.name)}`]),
  part: (declaration) => declaration.parts.map((part) => [part.number, `${part.number}. ${translated(part.label)}`]),
};

// The choices of a filter, each with the text that stands for it: values that occur, and the one that is chosen.
const choices = (name) => {
  if (name === 'file') return report.inputs.map((input, index) => [String(index), input.source]);
  const values = new Set(report.findings.flatMap((finding) => (name === 'partner' ? finding.partners : finding[name] || [])));
  if (state.filter[name] !== '') values.add(state.filter[name]);
  if (name === 'severity') return ['error', 'warning', 'note'].filter((one) => values.has(one)).map((one) => [one, word(one)]);
  const names = new Map(report.declarations.flatMap((declaration, at) =>
    (NAMES[name]?.(declaration) || []).map(([value, text]) => [keyOf(at, value), text])));
  const compare = new Intl.Collator(state.language ? 'fr' : 'en', { numeric: true }).compare;
  return [...values].sort(compare).map((value) => [value, names.get(value) || (NAMES[name] ? value.slice(value.indexOf('/') + 1) : value)]);
};

// The choices as options, under the titles of their declarations where there are several.
const options = (name, known) => {
  const option = ([value, text]) =>
    element('option', { value, selected: state.filter[name] === value }, text.length > 60 ? `${text.slice(0, 60)}…` : text);
  if (!NAMES[name] || report.declarations.length < 2) return known.map(option);
  return report.declarations.map((declaration, at) => {
    const own = known.filter(([value]) => value.startsWith(keyOf(at, '')));
    return own.length > 0 && element('optgroup', { label: translated(declaration.title) || declaration.id }, own.map(option));
  });
};

const select = (name) => {
  const known = choices(name);
  if (known.length < 2 && state.filter[name] === '') return null;
  return element('label', {}, word(name), element('select', {
    'data-filter': name,
    onchange: (event) => {
      choose({ [name]: event.target.value });
      byId('findings').querySelector(`[data-filter="${name}"]`)?.focus();
    },
  }, element('option', { value: '' }, word('all')),
  options(name, known)));
};

const showFilters = () => {
  if (report.findings.length === 0) return;
  byId('filters').replaceChildren(...['severity', 'rule', 'section', 'objective', 'partner', 'part', 'file']
    .filter((name) => name !== 'file' || report.inputs.length > 1).map(select).filter(Boolean));
};

const placeOf = (finding) => [
  finding.cell && word('cellPlace', { cell: finding.cell }),
  finding.line && word('line', { line: finding.line, column: finding.column })].filter(Boolean);

const marked = (value, finding) => {
  const [before, offending, after] = split(value, finding);
  return [before, element('mark', {}, offending), after];
};

const fieldValue = (value, field, finding) => {
  const isHere = finding.field === field.name;
  if (value === null) return isHere ? element('mark', { class: 'missing' }, word('absent')) : element('span', { class: 'missing' }, word('absent'));
  if (!Array.isArray(value)) return isHere ? marked(value, finding) : value;
  const isItem = (at) => isHere && (finding.item === undefined || finding.item === at);
  return element('ul', {}, value.map((item, at) => element('li', {}, isItem(at) ? marked(item, finding) : item)));
};

// Goes to an element of the matrix and marks it until the focus leaves.
const goTo = (name, key) => {
  const at = byId('coverage').querySelector(`[data-${name}="${CSS.escape(key)}"]`);
  at.classList.add('reached');
  at.addEventListener('blur', () => at.classList.remove('reached'), { once: true });
  at.focus({ preventScroll: true });
  at.scrollIntoView({ block: 'center', inline: 'center' });
};

// Leads to the row and the cells of the matrix that count the initiative of a finding. Where no partner is known, the row
// alone counts it.
const matrixLinks = (finding, declaration) => {
  const input = report.inputs[finding.input];
  const objective = declaration.objectives.find(({ number }) => keyOf(input.declaration, number) === finding.objective);
  const hasRow = objective && declaration.sections.some((section) => section.objectives.includes(objective.number));
  if (!hasRow || !input.cells) return null;
  const link = (onclick, text) => element('button', { type: 'button', class: 'plain', onclick }, text);
  const partners = declaration.signatories.filter(({ code }) => finding.partners.includes(keyOf(input.declaration, code)));
  return element('p', { class: 'cells screen' }, element('span', {}, word('inMatrix')),
    link(() => goTo('row', finding.objective), word('toRow', { objective: objective.number })),
    partners.map(({ code, name }) => link(() => goTo('cell', `${finding.objective} ${keyOf(input.declaration, code)}`),
      word('toCell', { objective: objective.number, partner: translated(name) }))));
};

const detail = (finding) => {
  const input = report.inputs[finding.input];
  const record = report.initiatives[finding.record];
  const declaration = declarationOf(input);
  const sections = [];
  if (record && declaration)
    sections.push(element('section', {},
      element('h3', {}, `${word('initiative')} ${finding.initiative || word('ordinal', { n: finding.ordinal })}`),
      element('dl', {}, declaration.fields.map((field, at) => [
        element('dt', {}, translated(field.title) || field.name), element('dd', {}, fieldValue(record[at], field, finding))])),
      matrixLinks(finding, declaration)));
  if (finding.frame)
    sections.push(element('section', {}, element('h3', {}, word('inFile')),
      element('p', { class: 'quiet' }, [input.source, ...placeOf(finding), finding.address].filter(Boolean).join(', ')),
      element('pre', { class: 'frame' }, finding.frame[0], element('mark', {}, finding.frame[1]), finding.frame[2])));
  return element('tr', { class: 'detail' }, element('td', { colspan: 4 }, sections));
};

// A field by its title, else by its name.
const fieldTitle = (finding) => {
  const field = declarationOf(report.inputs[finding.input])?.fields.find((known) => known.name === finding.field);
  return (field && translated(field.title)) || finding.field;
};

const lines = (...parts) => parts.filter(Boolean).flatMap((part, at) => (at > 0 ? [element('br'), part] : [part]));

const findingRows = (finding, number) => {
  const isOpen = state.open.has(number);
  const hint = finding.hint[state.language];
  const hasDetail = finding.frame || finding.record !== undefined;
  const message = finding.message[state.language];
  const toggle = () => {
    if (!state.open.delete(number)) state.open.add(number);
    const row = byId(`finding-${number}`);
    if (row.nextElementSibling?.classList.contains('detail')) row.nextElementSibling.remove();
    else row.after(detail(finding));
    row.querySelector('.open').setAttribute('aria-expanded', String(state.open.has(number)));
  };
  const row = element('tr', { id: `finding-${number}` },
    element('td', {}, element('span', { class: `severity ${finding.severity}` }, word(finding.severity))),
    element('td', {}, hasDetail ? element('button', { type: 'button', class: 'open', 'aria-expanded': String(isOpen), onclick: toggle }, element('span', {}, message)) : element('span', { class: 'message' }, message),
      hint && element('span', { class: 'hint' }, hint), element('span', { class: 'hint' }, element('code', {}, finding.rule))),
    element('td', {}, lines(finding.initiative || (finding.ordinal && word('ordinal', { n: finding.ordinal })),
      finding.field && element('span', { class: 'quiet' }, fieldTitle(finding)))),
    element('td', {}, lines(...placeOf(finding),
      report.inputs.length > 1 && element('span', { class: 'quiet' }, report.inputs[finding.input].source))));
  return isOpen ? [row, detail(finding)] : [row];
};

// Whether every finding is listed.
const isWhole = () => report.findings.length === report.found;

// Rows `from` to `to` of the findings that match.
const showFindings = (from = state.page * PAGE_SIZE, to = from + PAGE_SIZE) => {
  if (report.findings.length === 0) return;
  const matching = report.findings.map((finding, number) => [finding, number]).filter(([finding]) => matches(finding, state.filter));
  const end = Math.min(to, matching.length);
  fill('shown', word('shown', { n: format(matching.length), all: format(report.findings.length) }));
  byId('clear').disabled = Object.values(state.filter).every((value) => value === '');
  byId('rows').replaceChildren(...matching.slice(from, end).flatMap(([finding, number]) => findingRows(finding, number)));
  const turn = (step, name) => element('button', {
    type: 'button', class: 'plain', disabled: step < 0 ? from === 0 : end === matching.length,
    onclick: () => {
      state.page += step;
      showFindings();
      byId('findings-title').focus();
    },
  }, word(name));
  fill('pages', matching.length === 0 && element('p', {}, word(isWhole() ? 'none' : 'noneListed')), matching.length > PAGE_SIZE && [turn(-1, 'previous'),
    element('p', { class: 'number' }, word('page', { from: format(from + 1), to: format(end), n: format(matching.length) })), turn(1, 'next')]);
};

const buildFindings = () => {
  const left = !isWhole() && element('p', { class: 'caution' },
    word('left', { n: format(report.findings.length), all: format(report.found) }));
  const title = element('h2', { id: 'findings-title', tabindex: '-1' }, word('findings'));
  if (report.findings.length === 0) {
    const nothing = report.inputs.every((input) => !input.error) ? 'noFindings'
      : report.inputs.every((input) => input.read === undefined) ? 'noneRead' : 'noFindingsInRest';
    return fill('findings', title, element('p', {}, word(nothing)));
  }
  const column = (name) => element('th', { scope: 'col' }, word(name));
  fill('findings', title, left,
    element('div', { class: 'filters' }, element('label', { class: 'search' }, word('search'), element('input', {
      type: 'search', id: 'search', value: state.filter.search, autocomplete: 'off', spellcheck: 'false',
      oninput: (event) => { state.filter.search = event.target.value; state.page = 0; showFindings(); },
    }))),
    element('div', { class: 'filters', id: 'filters' }),
    element('div', { class: 'toolbar' }, element('p', { id: 'shown', role: 'status', class: 'number' }),
      element('button', {
        type: 'button', class: 'plain screen', id: 'clear',
        onclick: () => { byId('search').value = ''; choose({ ...NO_FILTER }); byId('search').focus(); },
      }, word('clear'))),
    element('div', { class: 'scroll' }, element('table', { class: 'list' }, element('caption', { class: 'hidden' }, word('findings')),
      element('thead', {}, element('tr', {}, ['severity', 'message', 'initiative', 'where'].map(column))),
      element('tbody', { id: 'rows' }))),
    element('div', { class: 'pages', id: 'pages' }));
  showFilters();
  showFindings();
};

const showInputs = () => {
  const row = (input) => element('tr', {}, element('th', { scope: 'row' }, input.source,
    input.sha256 && element('span', { class: 'digest' }, `sha256 ${input.sha256}`)),
  element('td', input.read === undefined ? { colspan: 5 } : { 'data-label': word('readAs') }, lines(
    [input.format, input.encoding, declarationOf(input)?.id,
      ...Object.entries(input.options || {}).map(([name, value]) => `${name}=${value}`)].filter(Boolean).join(', '),
    ...uncheckedOf(input).map((reason) => element('span', { class: 'unchecked' }, input.error ? reason : `${word('unchecked')}${word('colon')}${reason}`)),
    input.error?.hint && element('span', { class: 'quiet' }, input.error.hint))),
  input.read !== undefined && ['read', 'errors', 'warnings', 'notes'].map((name) => element('td', {
    class: 'number', 'data-label': word(name === 'read' ? 'initiatives' : name) }, format(input[name]))));
  const column = (name, number) => element('th', { scope: 'col', class: number && 'number' }, word(name));
  fill('inputs', element('h2', { id: 'inputs-title' }, word('inputs')),
    element('div', { class: 'scroll' }, element('table', { class: 'facts' }, element('caption', { class: 'hidden' }, word('inputs')),
      element('thead', {}, element('tr', {}, column('file'), column('readAs'),
        ['initiatives', 'errors', 'warnings', 'notes'].map((name) => column(name, true)))),
      element('tbody', {}, report.inputs.map(row)))));
};

const showAll = () => {
  showHead();
  showVerdict();
  showCoverage();
  buildFindings();
  showInputs();
};

for (const button of byId('language').children)
  button.addEventListener('click', () => {
    state.language = button.dataset.language === 'fr' ? 1 : 0;
    showAll();
  });
// On paper there are no pages to turn: every finding that matches is printed.
addEventListener('beforeprint', () => showFindings(0, Infinity));
addEventListener('afterprint', () => showFindings());
showAll();
byId('page').hidden = false;
addEventListener('DOMContentLoaded', () => byId('unread').remove());
