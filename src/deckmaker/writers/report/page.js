"use strict";
(() => {
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const search = document.getElementById("search");
  const items = all("main .item");
  const words = new Map(items.map((item) => [item, null]));
  const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  function wordsOf(item) {
    if (words.get(item) === null) words.set(item, item.textContent.toLowerCase());
    return words.get(item);
  }

  function filtersOf(list) {
    return all("select", list).filter((select) => select.value).map((select) => [select.dataset.filter, select.value]);
  }

  // Filters and search together decide what is shown.
  function show() {
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const item of items) item.hidden = !wanted.every((word) => wordsOf(item).includes(word));
    for (const list of all(".filters")) {
      const chosen = filtersOf(list);
      const within = all(".item", document.getElementById(list.dataset.list));
      for (const item of within) {
        if (!chosen.every(([name, value]) => item.dataset[name].split(" ").includes(value))) item.hidden = true;
      }
      const left = within.filter((item) => !item.hidden).length;
      list.lastElementChild.textContent = left === within.length ? `all ${left}` : `${left} of ${within.length}`;
    }
    for (const group of all(".group")) group.hidden = !group.querySelector(".item:not([hidden])");
    document.getElementById("found").textContent = wanted.length ? found() : "";
  }

  function found() {
    const parts = all("main > section").map((section) => [
      section.querySelector("h2").textContent,
      all(".item", section).filter((item) => !item.hidden).length,
    ]);
    const told = parts.filter(([, count]) => count).map(([title, count]) => `${title}: ${count}`);
    return told.join(", ") || "nothing found";
  }

  function everything() {
    search.value = "";
    for (const select of all(".filters select")) select.value = "";
    show();
  }

  // A link leads to what it names, whatever is filtered or folded.
  function arrive() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) everything();
    for (let each = target; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
    target.scrollIntoView();
  }

  function key(row, column) {
    const cell = row.children[column];
    return cell.dataset.sort || cell.textContent.trim();
  }

  function sortBy(table, column, direction) {
    const body = table.tBodies[0];
    const rows = all("tr", body);
    for (const row of rows) row.dataset.first ||= String(rows.indexOf(row) + 1);
    const compare = direction
      ? (one, other) => direction * order.compare(key(one, column), key(other, column))
      : (one, other) => one.dataset.first - other.dataset.first;
    body.append(...rows.sort((one, other) => compare(one, other) || one.dataset.first - other.dataset.first));
  }

  function makeSortable(table) {
    const heads = all("thead th", table);
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      const onPaper = document.createElement("span");
      onPaper.className = "on-paper";
      onPaper.textContent = head.textContent;
      head.replaceChildren(onPaper, button);
      button.addEventListener("click", () => {
        const next = { ascending: "descending", descending: "" }[head.getAttribute("aria-sort")] ?? "ascending";
        for (const each of heads) each.removeAttribute("aria-sort");
        if (next) head.setAttribute("aria-sort", next);
        sortBy(table, column, { ascending: 1, descending: -1, "": 0 }[next]);
      });
    });
  }

  for (const control of all(".filters, [role=search]")) control.hidden = false;
  for (const table of all("table[data-sortable]")) makeSortable(table);
  for (const select of all(".filters select")) select.addEventListener("change", show);
  search.addEventListener("input", show);
  addEventListener("hashchange", arrive);
  show();
  arrive();
})();
