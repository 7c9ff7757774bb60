/** Only a broken program needs as long as this. */
export const patience_ms = 20_000;

/** Between two questions; longer when it takes longer, since asking costs the page time that it needs. */
const step_ms = 25;
const longest_step_ms = 100;

/**
 * Asks again and again until `check` neither throws nor says false, and returns what it said. When
 * that doesn't happen in time, the last complaint is the reason of the failure.
 */
export async function until(what, check) {
  const began = performance.now();
  let complaint;
  for (;;) {
    try {
      const said = await check();
      if (said) return said;
      complaint = undefined;
    } catch (error) {
      complaint = error;
    }
    const waited = performance.now() - began;
    if (waited > patience_ms) {
      throw new Error(`waited ${patience_ms / 1000} s for ${what}`, {
        cause: complaint,
      });
    }
    const step = Math.min(Math.max(step_ms, waited / 8), longest_step_ms);
    await new Promise((resolve) => setTimeout(resolve, step));
  }
}

/** Until the text that `ask` answers is like this; the failure shows what it was. */
export async function untilMatch(what, ask, pattern, assert) {
  await until(what, async () => {
    assert.match(await ask(), pattern);
    return true;
  });
}

/** Until `ask` answers what is expected; the failure shows the difference. */
export async function untilEqual(what, ask, expected, assert) {
  await until(what, async () => {
    assert.deepEqual(await ask(), expected);
    return true;
  });
}

/** Until there are `n` of what `locator` finds: what an act takes away or brings may come a moment after it. */
export async function untilCount(locator, n, what = `${n} of ${locator}`) {
  await until(what, async () => {
    const found = await locator.count();
    if (found !== n) throw new Error(`there are ${found}`);
    return true;
  });
}
