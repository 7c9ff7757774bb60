/** Only a broken program needs as long as this. */
export const patience_ms = 20_000;

const step_ms = 25;

/**
 * Asks again and again until `check` neither throws nor says false, and returns what it said. When
 * that doesn't happen in time, the last complaint is the reason of the failure.
 */
export async function until(what, check) {
  const deadline = performance.now() + patience_ms;
  let complaint;
  for (;;) {
    try {
      const said = await check();
      if (said) return said;
      complaint = undefined;
    } catch (error) {
      complaint = error;
    }
    if (performance.now() > deadline) {
      throw new Error(`waited ${patience_ms / 1000} s for ${what}`, {
        cause: complaint,
      });
    }
    await new Promise((resolve) => setTimeout(resolve, step_ms));
  }
}

/** Until `ask` answers what is expected; the failure shows the difference. */
export async function untilEqual(what, ask, expected, assert) {
  await until(what, async () => {
    assert.deepEqual(await ask(), expected);
    return true;
  });
}
