import { tick } from "svelte";

/** Goes to the first field of the form in which something is wrong. */
export async function toWrong(form: HTMLElement | undefined): Promise<void> {
  await tick();
  form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
}
