import { tick } from "svelte";

/** Goes to the form's first field with something wrong; what is said below it is seen too. */
export async function toWrong(form: HTMLElement | undefined): Promise<void> {
  await tick();
  const field = form?.querySelector<HTMLElement>("[aria-invalid=true]");
  field?.focus();
  field?.scrollIntoView({ block: "center" });
}
