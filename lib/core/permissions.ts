/** What staff may do. Each domain adds its own in its `permissions.ts`, and says which built-in roles hold each. */
export interface Permissions {}

export type Permission = keyof Permissions & string;

/** The roles that are there from the first day. An admin holds every permission, so that no domain names that role. */
export const builtInRoles = ['MODERATOR', 'PRODUCT_OWNER', 'OPERATIONS', 'SUPPORT', 'ADMIN'] as const;
export type BuiltInRole = (typeof builtInRoles)[number];

/** The permissions of one domain, each with the built-in roles that hold it. */
export type DomainPermissions = Readonly<Record<string, readonly Exclude<BuiltInRole, 'ADMIN'>[]>>;
