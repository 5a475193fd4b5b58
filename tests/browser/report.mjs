// The HTML report in a browser: opens without a word on the console and without a request to anywhere, filters, opens by keyboard,
// prints, and has nothing that axe-core objects to, on a desk and on a phone.
//   node report.mjs MODULES CHROMIUM REPORT…
// MODULES is a folder with playwright-core and axe-core. Ends with 1 if something is wrong; says all that is.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [, , modules, browserPath, ...reports] = process.argv;
const require = createRequire(modules + "/");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let failures = 0;
function check(report, what, holds, found = "") {
  if (holds) return;
  failures += 1;
  console.log(`${report}: ${what}${found === "" ? "" : `: ${JSON.stringify(found)}`}`);
}

async function open(browser, report, size) {
  const context = await browser.newContext({ viewport: size, bypassCSP: false });
  const page = await context.newPage();
  const said = [], asked = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("file://" + report);
  return { context, page, said, asked };
}

async function accessible(page, report, where) {
  // The page's own policy lets no other script in: axe runs in a world of its own.
  const session = await page.context().newCDPSession(page);
  const frame = (await session.send("Page.getFrameTree")).frameTree.frame.id;
  const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frame });
  await session.send("Runtime.evaluate", { expression: axe, contextId: executionContextId });
  const { result } = await session.send("Runtime.evaluate", {
    expression: "axe.run(document, {resultTypes: ['violations']}).then(r => JSON.stringify(r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 120)])))",
    contextId: executionContextId, awaitPromise: true, returnByValue: true });
  check(report, `axe, ${where}`, result.value === "[]", result.value);
}

async function look(browser, report) {
  const { context, page, said, asked } = await open(browser, report, { width: 1200, height: 900 });
  check(report, "lang", ["vi", "en"].includes(await page.getAttribute("html", "lang")));
  check(report, "one h1", (await page.locator("h1").count()) === 1);

  const shown = () => page.locator(".finding:not([hidden])").count();
  const all = await shown();
  check(report, "findings", all > 0);
  const rules = await page.locator("#controls select[name=rule] option").evaluateAll((options) => options.map((one) => one.value).filter(Boolean));
  await page.selectOption("#controls select[name=rule]", rules[0]);
  await page.waitForFunction((rule) => [...document.querySelectorAll(".finding")].every((one) => one.hidden || one.dataset.rule === rule), rules[0]);
  const filtered = await shown();
  check(report, "the filter leaves some", filtered > 0 && (rules.length === 1 || filtered < all), filtered);
  check(report, "the filter says so", (await page.textContent("#shown")).includes(String(filtered)));
  await page.click("#controls button[type=reset]");
  await page.waitForFunction((count) => document.querySelectorAll(".finding:not([hidden])").length === count, all);
  await page.selectOption("#controls select[name=sort]", "failures");
  const order = await page.locator("details.group").evaluateAll((groups) => groups.map((one) => Number(one.dataset.failures)));
  check(report, "sorted by failures", order.every((number, i) => i === 0 || order[i - 1] >= number), order.slice(0, 20));

  // From a finding to its evidence, by keyboard alone.
  const evidence = page.locator("details.group[open] details.evidence").first();
  if (await evidence.count()) {
    await evidence.locator("summary").focus();
    await page.keyboard.press("Enter");
    check(report, "evidence opens by keyboard", await evidence.locator("table").isVisible());
    await accessible(page, report, "evidence open");
  }
  const group = page.locator("details.group").first(), before = await group.evaluate((one) => one.open);
  await group.locator("summary").first().focus();
  await page.keyboard.press("Space");
  check(report, "a commune opens and closes by keyboard", (await group.evaluate((one) => one.open)) !== before);

  // On paper what accuses stands with its evidence, open or not; what passed is only counted, and the page says so.
  await page.emulateMedia({ media: "print" });
  const printed = (selector) => page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
  const failures = await page.locator(".finding.failure").count();
  check(report, "on paper all failures", (await printed(".finding.failure")) === failures);
  check(report, "on paper evidence of failures", (await page.locator(".finding.failure .evidence").count()) === (await printed(".finding.failure .evidence")));
  check(report, "on paper nothing that passed", (await printed(".finding.passed, .unit.passed")) === 0);
  check(report, "on paper words about that", (await printed(".paper")) === 1);
  check(report, "on paper no phone", (await page.locator("table.stack thead").first().evaluate((one) => getComputedStyle(one).display)) === "table-header-group");
  await page.emulateMedia({ media: null });

  const pdf = await page.pdf({ preferCSSPageSize: true });
  check(report, "prints", pdf.subarray(0, 5).toString() === "%PDF-" && pdf.length > 10000);
  check(report, "nothing on the console", said.length === 0, said);
  check(report, "no request but the page itself", asked.length === 1, asked);
  await context.close();

  const phone = await open(browser, report, { width: 390, height: 844 });
  const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
  check(report, "no wider than a phone", width <= 390, width);
  await accessible(phone.page, report, "phone");
  await phone.context.close();

  // Complete without the script: everything is there, and nothing that does nothing.
  const quiet = await browser.newContext({ javaScriptEnabled: false });
  const plain = await quiet.newPage();
  await plain.goto("file://" + report);
  check(report, "no controls without the script", !(await plain.locator("#controls").isVisible()));
  check(report, "all findings without the script", (await plain.locator(".finding").count()) === all);
  await quiet.close();
}

// Nothing here may wait for a network that is not there.
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  for (const report of reports) await look(browser, report);
} finally {
  await browser.close();
}
console.log(failures === 0 ? `${reports.length} reports looked at in a browser: all well` : `${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
