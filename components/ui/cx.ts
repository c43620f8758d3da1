export type ClassPart = string | false | null | undefined;

export const cx = (...parts: ClassPart[]) => parts.filter(Boolean).join(' ');
