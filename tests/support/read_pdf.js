// What pdf.js (Debian's libjs-pdf) reads in a PDF, as JSON: the text of each page as it is painted, and by its tags; the bookmarks,
// page labels, attachments and links.
"use strict";

const fs = require("fs");
const pdfjs = require("/usr/share/javascript/pdf/build/pdf.js");

/// The text of the marked content of a page, by its id.
function textById(items) {
  const text = new Map();
  const open = [];
  for (const item of items) {
    if (item.type && item.type.startsWith("beginMarkedContent")) open.push(item.id);
    else if (item.type === "endMarkedContent") open.pop();
    else {
      const id = open.filter(Boolean).pop();
      if (id) text.set(id, (text.get(id) || "") + item.str);
    }
  }
  return text;
}

function leaves(node, text, found) {
  if (node.type === "content") found.push(text.get(node.id) || "");
  for (const child of node.children || []) leaves(child, text, found);
  return found;
}

async function readPage(document, number) {
  const page = await document.getPage(number);
  const items = (await page.getTextContent({includeMarkedContent: true})).items;
  const annotations = await page.getAnnotations();
  return {
    text: items.filter((item) => item.str !== undefined).map((item) => item.str).join(""),
    tagged: leaves((await page.getStructTree()) || {}, textById(items), []),
    links: annotations.filter((each) => each.subtype === "Link").map((each) => each.url || each.dest.length),
  };
}

async function read(file) {
  const data = new Uint8Array(fs.readFileSync(file));
  const document = await pdfjs.getDocument({data, disableFontFace: true, verbosity: 0}).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; ++number) pages.push(await readPage(document, number));
  const attachments = (await document.getAttachments()) || {};
  return {
    pages,
    outline: await document.getOutline(),
    labels: await document.getPageLabels(),
    attachments: Object.keys(attachments),
    marked: await document.getMarkInfo(),
  };
}

read(process.argv[2]).then((found) => process.stdout.write(JSON.stringify(found)));
