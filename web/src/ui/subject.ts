/** What is asked of a subject's length, by whom, and whether this person wants to hear of it. */
export interface SubjectRule {
  clause: string;
  /** Full-width characters; a guide, never a limit. */
  characters: number;
  silenced: () => boolean;
  silence: () => void;
  unsilence: () => void;
}
