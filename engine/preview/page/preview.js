'use strict';
// The page shown while it is being written. No framework, no build step: read it from the top.

// ---- words -------------------------------------------------------------------------------------------------------------

const zh = document.documentElement.lang.startsWith('zh');
const say = (english, chinese) => (zh ? chinese : english);
const byId = (id) => document.getElementById(id);

/** Makes an element: make('td', {class: 'cures'}, 'text', child …). Text is text, never markup. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== null) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

const svgSpace = 'http://www.w3.org/2000/svg';
function shape(name, attributes = {}, ...children) {
  const element = document.createElementNS(svgSpace, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// ---- state -------------------------------------------------------------------------------------------------------------

const leastDpi = 24, mostDpi = 400;
const zoomStep = 1.25;
let state = null;             // of the server, as /state gives it
let sheets = [];              // one a page: {number, element, over, grid, tiles, facts, factsOf}
let zoom = 0;                 // CSS pixels a point; 0: as wide as the desk
let tab = 'findings';
let chosen = null;            // the line that was clicked: {page, line, words}
let proposals = null;
const shown = new Set(JSON.parse(sessionStorage.getItem('overlays') || '["changes"]'));

const fetchJson = async (path) => {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(path + ' ' + answer.status);
  return answer.json();
};

// ---- tiles -------------------------------------------------------------------------------------------------------------

const dense = () => window.devicePixelRatio || 1;
const dpiNow = () => Math.min(mostDpi, Math.max(leastDpi, Math.round(72 * zoomNow() * dense())));

function zoomNow() {
  if (zoom) return zoom;
  const widest = Math.max(...state.pages.map((page) => page.width), 1);
  const style = getComputedStyle(byId('desk'));
  return Math.max(0.3, (byId('desk').clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)) / widest);
}

function isInView(element) {
  const box = element.getBoundingClientRect(), desk = byId('desk').getBoundingClientRect();
  return box.bottom > desk.top && box.top < desk.bottom && box.right > desk.left && box.left < desk.right;
}

function placeTile(grid, index, image) {
  const column = index % grid.columns, row = Math.floor(index / grid.columns), side = grid.side, scale = dense();
  const width = Math.min(side, grid.width - column * side), height = Math.min(side, grid.height - row * side);
  image.style.cssText = `left:${(column * side) / scale}px;top:${(row * side) / scale}px;width:${width / scale}px;height:${height / scale}px`;
}

/** Shows what the server has of a page: a tile whose key is as before stays. Resolves when all that is in view is drawn. */
async function drawSheet(sheet) {
  const grid = await fetchJson(`grid/${sheet.number}/${dpiNow()}`);
  const page = state.pages.find((each) => each.number === sheet.number);
  const scale = dense();
  if (!sheet.grid || sheet.grid.dpi !== grid.dpi || sheet.grid.columns !== grid.columns || sheet.grid.rows !== grid.rows) {
    for (const tile of sheet.tiles) if (tile) tile.element.remove();
    sheet.tiles = [];
  }
  sheet.grid = grid;
  sheet.element.style.width = grid.width / scale + 'px';
  sheet.element.style.height = grid.height / scale + 'px';
  sheet.over.setAttribute('viewBox', `0 0 ${page.width} ${page.height}`);
  await Promise.all(grid.keys.map(async (key, index) => {
    const old = sheet.tiles[index];
    if (old && old.key === key) return;
    const image = make('img', {alt: '', decoding: 'async', src: `tile/${sheet.number}/${grid.dpi}/${index}/${key}`});
    placeTile(grid, index, image);
    sheet.tiles[index] = {key, element: image};
    const visible = isInView(sheet.element);
    if (!visible) image.loading = 'lazy';
    if (visible) await image.decode().catch(() => {});
    sheet.element.insertBefore(image, sheet.over);
    if (old) old.element.remove();
  }));
}

/** A tile may have gone between its grid and its fetch: another save. Then the next revision draws it. */
const drawAll = () => Promise.all(sheets.map((sheet) => drawSheet(sheet).catch(() => {})));

// ---- overlays ----------------------------------------------------------------------------------------------------------

const overlays = [
  ['grid', 'g', 'grid', '栏格'], ['regions', 'r', 'regions', '稿框'], ['numbers', 'n', 'lines', '行号'],
  ['heat', 'h', 'gaps', '疏密'], ['tracking', 't', 'tracking', '字距'], ['taboos', 'b', 'taboos', '禁忌'],
  ['fit', 'f', 'fit', '多缺'], ['promised', 'p', 'promised', '留版'], ['record', 's', 'record', '存疑'],
  ['pictures', 'i', 'pictures', '图像'], ['order', 'o', 'order', '读序'], ['changes', 'c', 'changes', '变动'],
];

const rect = ([x, y, width, height], attributes = {}) => shape('rect', {x, y, width, height, ...attributes});
const polygon = (outline) => shape('polygon', {points: outline.map((corner) => corner.join(',')).join(' ')});
const label = (x, y, text) => { const element = shape('text', {x, y}); element.textContent = text; return element; };
const title = (text) => { const element = shape('title'); element.textContent = text; return element; };
const linesOf = (story) => [...story.heads.flatMap((head) => head.rows), ...story.legs.flatMap((leg) => leg.lines)];
const corner = (story) => story.outlines[0] && story.outlines[0].reduce((a, b) => (b[1] < a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a));

// An em's share by which a gap may differ before it is seen, and from where on the colour is full.
const heatFull = 0.06, heatNone = 0.004;
function heatColour(gap) {
  if (Math.abs(gap) < heatNone) return 'none';
  const depth = Math.min(1, Math.abs(gap) / heatFull) * 0.65;
  return gap < 0 ? `rgba(30,90,200,${depth})` : `rgba(210,30,30,${depth})`;
}

const painters = {
  grid(facts) {
    const {x, right, y, pitch, rows} = facts.grid;
    let path = '';
    for (let row = 0; row <= rows; ++row) path += `M${x} ${y + row * pitch}H${right}`;
    return [...facts.columns.map((column) => rect(column)), shape('path', {d: path})];
  },
  regions: (facts) => facts.stories.flatMap((story) => [
    ...story.outlines.map(polygon), ...story.legs.map((leg) => rect(leg.box)), ...story.heads.map((head) => rect(head.box))]),
  numbers: (facts) => facts.stories.flatMap((story) => story.legs.flatMap((leg) => leg.lines.flatMap((line, index) =>
    index === 0 || (index + 1) % 5 === 0 ? [label(line.box[0] - 1.5, line.box[1] + line.box[3] - 2, String(index + 1))] : []))),
  heat: (facts) => facts.stories.flatMap((story) => linesOf(story).map((line) => {
    const box = rect(line.box, {fill: heatColour(line.gap)});
    box.append(title(`${line.gap > 0 ? '+' : ''}${line.gap} em`));
    return box;
  })),
  tracking: (facts) => facts.stories.flatMap((story) => linesOf(story).filter((line) => line.tracking).flatMap((line) => [
    rect(line.box), label(line.box[0] + line.box[2], line.box[1] + 5, `${(line.tracking * 100).toFixed(1)}%`)])),
  taboos: (facts) => facts.findings.map((finding) => {
    const group = shape('g', {class: finding.error ? 'error' : 'warning'}, rect(finding.box),
      label(finding.box[0] + 2, finding.box[1] + 9, finding.code));
    group.append(title(finding.says));
    return group;
  }),
  fit: (facts) => facts.stories.filter((story) => story.over).map((story) => shape('g', {class: story.over < 0 ? 'short' : 'over'},
    ...story.outlines.map(polygon), label(corner(story)[0] + 3, corner(story)[1] + 10,
      story.over > 0 ? say(`${story.over} over`, `多 ${story.over} 行`) : say(`${-story.over} short`, `缺 ${-story.over} 行`)))),
  promised: (facts) => [
    ...facts.stories.filter((story) => story.promised).map((story) => shape('g', {}, ...story.outlines.map(polygon),
      label(corner(story)[0] + 3, corner(story)[1] + 10, story.promised.came
        ? say(`promised ${story.promised.expected}, came ${story.promised.came}`, `留 ${story.promised.expected} 字，来 ${story.promised.came} 字`)
        : say(`promised ${story.promised.expected}`, `留版 ${story.promised.expected} 字`)))),
    ...facts.pictures.filter((picture) => picture.promised).map((picture) => rect(picture.box))],
  record: (facts) => facts.stories.flatMap((story) => linesOf(story).flatMap((line) => (line.doubts || []).map(([from, to, kind, value]) => {
    const box = line.vertical ? [line.box[0], from, line.box[2], to - from] : [from, line.box[1], to - from, line.box[3]];
    return shape('g', {class: kind}, rect(box), title(doubtWords(kind, value)));
  }))),
  pictures: (facts) => facts.pictures.filter((picture) => !picture.promised).map((picture) => {
    const grade = picture.ppi === 0 ? '' : picture.ppi < 100 ? 'low' : picture.ppi < 150 ? 'fair' : '';
    const words = picture.ppi ? `${picture.ppi} ppi` : say('no picture', '无图');
    return shape('g', {class: grade}, rect(picture.box), label(picture.box[0] + 4, picture.box[1] + 11,
      words + (picture.standIn ? say(' · stand-in', ' · 代用') : '')));
  }),
  order(facts) {
    const drawn = [];
    let number = 0;
    for (const story of facts.stories) {
      const legs = story.legs.filter((leg) => leg.lines.length);
      const path = legs.map((leg, i) => {
        const [x, y, width, height] = leg.box;
        return `${i === 0 ? 'M' : 'L'}${x + width / 2} ${y + 4}L${x + width / 2} ${y + height - 4}`;
      }).join('');
      if (path) drawn.push(shape('path', {d: path}));
      const at = corner(story);
      if (!at) continue;
      drawn.push(shape('circle', {cx: at[0] + 8, cy: at[1] + 8, r: 7}), label(at[0] + 8, at[1] + 8, String(++number)));
    }
    return drawn;
  },
  changes: (facts) => facts.stories.flatMap((story) => linesOf(story).filter((line) => line.change).map((line) =>
    shape('g', {class: line.change}, rect(line.box)))),
};

function doubtWords(kind, value) {
  const words = {
    gap: say('lost', '缺字'), supplied: say('supplied', '据他处补'), conjectured: say('conjecture', '推测'), sic: say('printed so', '原文如此'),
  };
  return words[kind] + (value ? ': ' + value : '');
}

async function factsOf(sheet) {
  if (sheet.factsOf !== state.revision) {
    sheet.facts = await fetchJson(`facts/${sheet.number}`);
    sheet.factsOf = state.revision;
  }
  return sheet.facts;
}

async function drawOverlays(sheet) {
  if (shown.size === 0 && !chosen) return sheet.over.replaceChildren();
  const facts = await factsOf(sheet);
  const groups = overlays.filter(([name]) => shown.has(name)).map(([name]) => shape('g', {class: 'o-' + name}, ...painters[name](facts)));
  if (chosen && chosen.page === sheet.number) groups.push(shape('g', {class: 'o-chosen'}, rect(chosen.line.box)));
  sheet.over.replaceChildren(...groups);
}
const drawAllOverlays = () => Promise.all(sheets.map((sheet) => drawOverlays(sheet).catch(() => {})));

function toggle(name) {
  if (!shown.delete(name)) shown.add(name);
  sessionStorage.setItem('overlays', JSON.stringify([...shown]));
  for (const button of byId('overlays').children) button.setAttribute('aria-pressed', shown.has(button.dataset.name));
  return drawAllOverlays();
}

// ---- a click on a line -------------------------------------------------------------------------------------------------

const holds = ([x, y, width, height], at, margin) =>
  at.x >= x - margin && at.x <= x + width + margin && at.y >= y - margin && at.y <= y + height + margin;

async function choose(sheet, event) {
  const box = sheet.element.getBoundingClientRect();
  const page = state.pages.find((each) => each.number === sheet.number);
  const at = {x: ((event.clientX - box.left) / box.width) * page.width, y: ((event.clientY - box.top) / box.height) * page.height};
  const facts = await factsOf(sheet);
  chosen = null;
  for (const story of facts.stories) {
    for (const head of story.heads) for (const line of head.rows)
      if (holds(line.box, at, 1)) chosen = {page: sheet.number, line, words: `${facts.words} ${story.words}`};
    story.legs.forEach((leg, column) => leg.lines.forEach((line, row) => {
      if (holds(line.box, at, 1)) chosen = {page: sheet.number, line, words: `${facts.words} ${story.words} ` +
        say(`column ${column + 1} line ${row + 1}`, `第${column + 1}栏 第${row + 1}行`)};
    }));
  }
  if (chosen) {
    const place = chosen.line.at.join(':');
    tab = 'line';
    const copied = navigator.clipboard ? await navigator.clipboard.writeText(place).then(() => true, () => false) : false;
    announce(copied ? say('copied: ', '已复制：') + place : place);
  }
  drawPanel();
  await drawAllOverlays();
}

// ---- the panel ---------------------------------------------------------------------------------------------------------

const tabs = [
  ['findings', '1', 'Findings', '问题'], ['copyfit', '2', 'Copyfit', '合版'], ['line', '3', 'Line', '所选行'],
  ['proposals', '4', 'Proposals', '拟版'], ['keys', '?', 'Keys', '按键'],
];

function copyButton(place) {
  return make('button', {type: 'button', title: say('copy ', '复制 ') + place, onclick: () => navigator.clipboard &&
    navigator.clipboard.writeText(place).then(() => announce(say('copied: ', '已复制：') + place), () => {})}, place.split('/').at(-1));
}

const panels = {
  findings() {
    if (state.diagnostics.length === 0) return [make('p', {class: 'nothing'}, say('Nothing to complain of.', '未发现问题。'))];
    const list = make('ol', {class: 'findings'});
    for (const each of state.diagnostics) {
      list.append(make('li', {class: each.severity},
        make('div', {}, make('strong', {}, each.code), ' ', each.message),
        each.hint ? make('div', {class: 'hint'}, '→ ', each.hint) : null,
        make('div', {class: 'where'}, each.line ? copyButton(`${each.file}:${each.line}:${each.column}`) : each.file, ' ', each.place || '')));
    }
    const more = state.dropped ? [make('p', {}, say(`and ${state.dropped} more`, `另有 ${state.dropped} 条`))] : [];
    return [make('h2', {}, say('What is wrong', '问题') + ` (${state.diagnostics.length})`), list, ...more];
  },
  copyfit() {
    if (!state.fit) return [];
    return state.fit.pages.flatMap((page) => {
      const body = make('tbody');
      for (const story of page.stories) {
        body.append(make('tr', {class: story.over ? 'over' : ''},
          make('td', {}, story.id), make('td', {}, story.legs.join('|')), make('td', {}, `${story.lines}/${story.room}`),
          make('td', {}, story.over === 0 ? say('full', '满') : story.over > 0 ? say(`${story.over} over`, `多${story.over}`) : say(`${-story.over} short`, `缺${-story.over}`)),
          make('td', {}, `${(story.tracking * 100).toFixed(1)}%`), make('td', {}, story.loosest_gap.toFixed(3))));
        for (const words of [...story.levers.map((lever) => lever.says), ...story.cures])
          body.append(make('tr', {}, make('td', {class: 'cures', colspan: 6}, '→ ' + words)));
      }
      const head = [say('story', '稿'), say('legs', '各栏'), say('lines', '行'), say('fit', '合'), say('tightest', '最紧'), say('loosest', '最疏')];
      return [make('h2', {}, say(`Page ${page.number}`, `第${page.number}版`)),
        make('table', {}, make('thead', {}, make('tr', {}, ...head.map((words) => make('th', {scope: 'col'}, words)))), body)];
    });
  },
  line() {
    if (!chosen) return [make('p', {}, say('Click a line of the page.', '请在版面上点一行。'))];
    const {line, words} = chosen;
    const rows = [
      [say('place', '位置'), words], [say('source', '原稿'), copyButton(line.at.join(':'))], [say('text', '文字'), line.text],
      [say('size', '字号'), `${line.size} pt`], [say('measure', '行长'), `${line.measure} em`], [say('natural', '自然宽'), `${line.natural} em`],
      [say('per gap', '每隙'), `${line.gap > 0 ? '+' : ''}${line.gap} em ` + (line.gap < 0 ? say('(squeezed)', '（压缩）') : line.gap > 0 ? say('(stretched)', '（拉开）') : '')],
      [say('tracking', '字距'), `${(line.tracking * 100).toFixed(2)} %`]];
    for (const [, , kind, value] of line.doubts || []) rows.push([say('record', '存疑'), doubtWords(kind, value)]);
    return [make('h2', {}, say('Line', '所选行')), make('dl', {}, ...rows.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]))];
  },
  proposals() {
    const ask = make('button', {type: 'button', onclick: askProposals}, say('Make up the pages', '拟版'));
    const intro = make('p', {}, say('Places for the stories that have none, in several ways. Nothing is written: paiban makeup does that.',
      '为没有版位的稿件拟出几种版样。这里只看，不改文件；写入用 paiban makeup。'));
    if (!proposals) return [intro, ask];
    const figures = proposals.proposals.map((each, index) => make('figure', {},
      ...(proposals.pages ? proposals.pages[index] : []).map((page) => make('img', {alt: say(`proposal ${index + 1}, page ${page}`, `方案${index + 1} 第${page}版`), src: `proposal/${index + 1}/${page}?${state.revision}`})),
      make('figcaption', {}, make('strong', {}, say(`No. ${index + 1}`, `方案${index + 1}`)), ` · ${say('cost', '代价')} ${each.cost}`,
        make('br'), (each.levers || []).join(zh ? '；' : '; '))));
    const notes = [...(proposals.cures || []), ...(proposals.diagnostics || []).map((each) => `${each.code} ${each.message}`)];
    return [intro, ask, make('div', {class: 'proposals'}, ...figures), ...notes.map((words) => make('p', {}, words))];
  },
  keys() {
    const rows = [['← →', say('page before, next', '上一版、下一版')], ['+ −', say('larger, smaller', '放大、缩小')], ['0', say('as wide as the window', '适合宽度')],
      ['9', say('as printed, 100 %', '原大 100%')], ...overlays.map(([, key, english, chinese]) => [key, say('show: ', '显示：') + say(english, chinese)]),
      ...tabs.map(([, key, english, chinese]) => [key, say(english, chinese)])];
    return [make('h2', {}, say('Keys', '按键')), make('dl', {}, ...rows.flatMap(([key, words]) => [make('dt', {}, make('kbd', {}, key)), make('dd', {}, words)]))];
  },
};

async function askProposals() {
  announce(say('making up …', '正在拟版……'));
  try {
    proposals = await fetchJson('proposals');
    announce(say(`${proposals.proposals.length} proposals`, `${proposals.proposals.length} 个方案`));
  } catch (error) {
    announce(String(error));
  }
  drawPanel();
}

function drawPanel() {
  byId('tabs').replaceChildren(...tabs.map(([name, key, english, chinese]) => {
    const count = name === 'findings' && state.diagnostics.length ? ` ${state.diagnostics.length}` : '';
    return make('button', {type: 'button', role: 'tab', 'aria-selected': String(tab === name), 'aria-keyshortcuts': key, onclick: () => { tab = name; drawPanel(); }}, say(english, chinese) + count);
  }));
  byId('panel').replaceChildren(...panels[tab]());
}

function announce(words, bad = false) {
  byId('status').textContent = words;
  byId('status').classList.toggle('bad', bad);
}

// ---- frame: pages, zoom, keys --------------------------------------------------------------------------------------------

function layOut() {
  const numbers = state.pages.map((page) => page.number);
  if (numbers.join() !== sheets.map((sheet) => sheet.number).join()) {
    sheets = state.pages.map((page) => {
      const over = shape('svg', {'aria-hidden': 'true'});
      const element = make('section', {class: 'sheet', 'aria-label': page.words}, make('h2', {}, page.words), over);
      const sheet = {number: page.number, element, over, grid: null, tiles: [], facts: null, factsOf: 0};
      element.addEventListener('click', (event) => choose(sheet, event));
      return sheet;
    });
    byId('desk').replaceChildren(make('div', {class: 'spread'}, ...sheets.map((sheet) => sheet.element)));
    byId('pages').replaceChildren(...sheets.map((sheet) => make('button', {type: 'button', onclick: () => go(sheet)}, sheet.element.getAttribute('aria-label'))));
  }
  byId('title').textContent = state.paper ? `${state.paper} ${state.date}` + (state.number ? say(` no. ${state.number}`, ` 第${state.number}期`) : '') : state.file;
  document.title = byId('title').textContent;
  document.body.classList.toggle('stale', state.stale);
}

const go = (sheet) => sheet && sheet.element.scrollIntoView({block: 'nearest', inline: 'start'});

function step(by) {
  const desk = byId('desk').getBoundingClientRect();
  const nearest = sheets.map((sheet, index) => [Math.abs(sheet.element.getBoundingClientRect().left - desk.left), index]).sort((a, b) => a[0] - b[0])[0];
  if (nearest) go(sheets[Math.min(sheets.length - 1, Math.max(0, nearest[1] + by))]);
}

async function zoomTo(value) {
  zoom = value === 0 ? 0 : Math.min(mostDpi / 72 / dense(), Math.max(leastDpi / 72 / dense(), value));
  byId('percent').textContent = `${Math.round(zoomNow() * 75)}%`;  // 96 CSS pixels are an inch: 100 % is the size in print
  await drawAll();
}
const printSize = 96 / 72;

function makeBars() {
  byId('zoom').setAttribute('aria-label', say('zoom', '缩放'));
  byId('zoom').replaceChildren(
    make('button', {type: 'button', 'aria-label': say('smaller', '缩小'), onclick: () => zoomTo(zoomNow() / zoomStep)}, '−'),
    make('button', {type: 'button', id: 'percent', title: say('as wide as the window', '适合宽度'), onclick: () => zoomTo(0)}, '100%'),
    make('button', {type: 'button', 'aria-label': say('larger', '放大'), onclick: () => zoomTo(zoomNow() * zoomStep)}, '+'));
  byId('overlays').setAttribute('aria-label', say('shown over the page', '叠加显示'));
  byId('overlays').replaceChildren(...overlays.map(([name, key, english, chinese]) => make('button', {
    type: 'button', 'data-name': name, 'aria-pressed': String(shown.has(name)), 'aria-keyshortcuts': key, onclick: () => toggle(name),
  }, say(english, chinese), make('kbd', {'aria-hidden': 'true'}, key))));
  byId('pages').setAttribute('aria-label', say('pages', '版'));
  byId('desk').setAttribute('aria-label', say('the pages', '版面'));
  byId('tabs').setAttribute('aria-label', say('about the pages', '版面情况'));
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !state) return;
  const overlay = overlays.find(([, key]) => key === event.key);
  const page = tabs.find(([, key]) => key === event.key);
  if (overlay) toggle(overlay[0]);
  else if (page) { tab = page[0]; drawPanel(); }
  else if (event.key === '+' || event.key === '=') zoomTo(zoomNow() * zoomStep);
  else if (event.key === '-') zoomTo(zoomNow() / zoomStep);
  else if (event.key === '0') zoomTo(0);
  else if (event.key === '9') zoomTo(printSize);
  else if (event.key === 'ArrowRight' || event.key === 'PageDown') step(1);
  else if (event.key === 'ArrowLeft' || event.key === 'PageUp') step(-1);
  else return;
  event.preventDefault();
});

// ---- following the file ------------------------------------------------------------------------------------------------

const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
let following = Promise.resolve();

async function follow() {
  state = await fetchJson('state');
  layOut();
  if (!byId('percent').dataset.set) { byId('percent').dataset.set = '1'; await zoomTo(zoom); } else await drawAll();
  document.documentElement.dataset.revision = state.revision;  // its pixels are there
  await drawAllOverlays();
  if (chosen) chosen = null;
  drawPanel();
  const errors = state.diagnostics.filter((each) => each.severity === 'error').length;
  if (state.stale) announce(say('The file cannot be set as it is; the page is that of the last good save. ', '文件有误，无法排版；所示为上次可用的版面。') + (state.diagnostics.at(-1) || {}).message, true);
  else announce(say(`Revision ${state.revision}: `, `第 ${state.revision} 稿：`) + 
    [errors ? say(`${errors} errors`, `${errors} 处错误`) : say('no errors', '无错误'),
      state.diagnostics.length - errors ? say(`${state.diagnostics.length - errors} warnings`, `${state.diagnostics.length - errors} 处提示`) : ''].filter(Boolean).join(say(', ', '，')), errors > 0);
  const revision = state.revision;
  painted().then(() => { document.documentElement.dataset.painted = revision; });  // a hidden page paints when it is seen again
}

function listen() {
  const events = new EventSource('events');
  events.addEventListener('revision', () => { following = following.then(follow).catch((error) => announce(String(error), true)); });
  events.addEventListener('error', () => {
    announce(say('The preview has ended or is starting again …', '预览已停止，或正在重启……'), true);
    // A browser tries again by itself unless the answer was a refusal: a server that starts again refuses nobody for long.
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
  });
}

window.addEventListener('resize', () => state && zoomTo(zoom));
makeBars();
listen();
