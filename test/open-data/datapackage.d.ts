/** As much of the validator as the tests ask of it; it brings no types. */
declare module 'datapackage' {
  interface DataResource {
    readonly tabular: boolean;
    read(options: { readonly keyed: true }): Promise<readonly Readonly<Record<string, unknown>>[]>;
  }
  interface DataPackage {
    readonly valid: boolean;
    readonly errors: readonly Error[];
    getResource(name: string): DataResource | undefined;
  }
  const library: { readonly Package: { load(descriptor: object, options: { readonly basePath: string }): Promise<DataPackage> } };
  export default library;
}
