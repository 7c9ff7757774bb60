// Generated from api/ by `npm run gen`. Not edited by hand.

export interface paths {
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I? */
        get: operations["get_session"];
        put?: never;
        post?: never;
        /** End this session; its sockets close within a second. */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with the one-time code of a card. Sets the session cookie. */
        post: operations["sign_in_by_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with ID and password. Sets the session cookie. */
        post: operations["sign_in_by_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose a password (15 characters at least). The present one is asked if there is one. Other sessions end. */
        put: operations["set_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** How the app looks and types for me, on every device. */
        put: operations["set_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the server up and its database answering? */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody in my organisation, in kana order. */
        get: operations["list_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import staff from a CSV file. Any bad row stops the whole import; all are reported.
         * @description The body is the file as it is (CP932 or UTF-8). Bad rows come back as the Problem's `fields`,
         *     whose `path` is `行 N` (the line where the row begins).
         */
        post: operations["import_people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/people/{person}/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a one-time sign-in code for a person; an earlier unused one dies. */
        post: operations["issue_card"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything that changed since what I have; for start, reconnect and the phone that was offline. */
        post: operations["sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * WebSocket (RFC 6455). The server sends LiveEvent texts; what a client sends is ignored.
         * @description Close codes: 4001 resync (the reader was too slow), 4003 signed out, 1001 server stops.
         */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My rooms, the newest word first. */
        get: operations["list_rooms"];
        put?: never;
        /** Open a room. A direct room that exists already is given back. */
        post: operations["create_room"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/rooms/{room}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One room. */
        get: operations["get_room"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/rooms/{room}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring people into a group room; they see it from its beginning. */
        post: operations["add_members"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/rooms/{room}/members/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Leave a group room, or (its master) take somebody out. */
        delete: operations["remove_member"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/rooms/{room}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of history, oldest first. Without `before` and `after` the newest page. */
        get: operations["list_messages"];
        put?: never;
        /** Post. Answered when the message is on disk; every open client of a member gets it. */
        post: operations["post_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/rooms/{room}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** I have read up to this place. A mark never goes back. Answered when it is kept. */
        put: operations["mark_read"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/rooms/{room}/messages/{seq}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has read a message and when, and who has not. The author stands in neither list. */
        get: operations["list_readers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description who I am */
        Session: {
            org: {
                id: components["schemas"]["Id"];
                name: string;
            };
            person: components["schemas"]["Person"];
            access_version: number;
            settings: components["schemas"]["Settings"];
            has_password: boolean;
        };
        Settings: {
            /** @enum {string} */
            text_size: "small" | "medium" | "large" | "extra_large";
            /** @enum {string} */
            theme: "system" | "light" | "dark";
            /**
             * @description what Enter does on a hardware keyboard
             * @enum {string}
             */
            enter_key: "ask" | "newline" | "send";
        };
        Id: string;
        /**
         * Format: int64
         * @description UTC milliseconds
         */
        Instant: number;
        /**
         * Format: uuid
         * @description a UUID made by the client, in lower case with hyphens
         */
        ClientKey: string;
        /** @description "directory", "person:ID" (one's own things), "room:ID" */
        Stream: string;
        Problem: {
            /** @constant */
            type?: "about:blank";
            /** @description what happened and what is safe, in plain Japanese */
            title: string;
            status: number;
            /** @description stable, for programs: talk.room_not_found */
            code: string;
            /** @description what to do now */
            instead?: string;
            /** @description the guideline clause that refused */
            clause?: string;
            request_id: string;
            fields?: {
                /** @description members[2] */
                path: string;
                code: string;
                title: string;
            }[];
        };
        Person: {
            id: components["schemas"]["Id"];
            name: string;
            kana: string;
            login: string;
            department: string;
            position: string;
            employment: string;
            extension: string;
            /** @enum {string} */
            role: "administrator" | "member";
        };
        ImportReport: {
            added: number;
            changed: number;
            unchanged: number;
        };
        SignInCard: {
            person: components["schemas"]["Person"];
            /** @description ABCD-EFGH-… shown once */
            code: string;
            /** @description the address with the code in its fragment */
            url: string;
            expires_at: components["schemas"]["Instant"];
        };
        /** @description What the client has. Empty at first start. */
        SyncRequest: {
            /** @description absent at first start */
            access_version?: number;
            streams: {
                stream: components["schemas"]["Stream"];
                version: number;
            }[];
        };
        SyncReply: {
            access_version: number;
            /** @description Every stream I may see; sent when the access versions differ. The client drops the rest. */
            visible?: components["schemas"]["Stream"][];
            /**
             * @description Streams that stand further than the client's version (a stream it doesn't name counts as 0),
             *     the newest word first. One reply carries a bounded amount; `more` says: ask again.
             */
            streams: components["schemas"]["StreamState"][];
            more?: boolean;
        };
        StreamState: {
            stream: components["schemas"]["Stream"];
            version: number;
            /** @description true, replace what you have of this stream; false, merge */
            snapshot: boolean;
            room?: components["schemas"]["Room"];
            /** @description of a room, oldest first; in a snapshot the newest 40 */
            messages?: components["schemas"]["Message"][];
            marks?: components["schemas"]["Mark"][];
            people?: components["schemas"]["Person"][];
            settings?: components["schemas"]["Settings"];
        };
        /**
         * @description What arrives on the socket, one JSON object a text frame. Events of a stream arrive in the order
         *     of their versions; a client that sees a hole asks /sync. Marks carry no version: the whole vector
         *     is sent, and the client merges by maximum.
         */
        LiveEvent: components["schemas"]["HelloEvent"] | components["schemas"]["MessagePostedEvent"] | components["schemas"]["RoomChangedEvent"] | components["schemas"]["MarksEvent"] | components["schemas"]["PeopleChangedEvent"] | components["schemas"]["SettingsChangedEvent"] | components["schemas"]["AccessChangedEvent"];
        /**
         * @description First on every socket, after it has been subscribed to all its streams: what happens from now on
         *     will arrive. The client asks /sync now.
         */
        HelloEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "live.hello";
            /** @description of the server; a client of another version reloads when idle */
            version: string;
        };
        MessagePostedEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "talk.message_posted";
            stream: components["schemas"]["Stream"];
            version: number;
            message: components["schemas"]["Message"];
        };
        /** @description name or members changed; fetch the room */
        RoomChangedEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "talk.room_changed";
            stream: components["schemas"]["Stream"];
            version: number;
        };
        MarksEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "talk.marks";
            stream: components["schemas"]["Stream"];
            marks: components["schemas"]["Mark"][];
        };
        /** @description people were added or changed; ask /sync for the directory */
        PeopleChangedEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "directory.people_changed";
            stream: components["schemas"]["Stream"];
            version: number;
        };
        /** @description my settings changed on another device */
        SettingsChangedEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "access.settings_changed";
            stream: components["schemas"]["Stream"];
            version: number;
        };
        /** @description what I may see has changed; ask /sync */
        AccessChangedEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "access.changed";
            stream: components["schemas"]["Stream"];
            version: number;
            access_version: number;
        };
        Room: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "direct" | "group";
            /** @description of a group; empty for a direct room, which is named by the other person */
            name: string;
            members: components["schemas"]["Id"][];
            master: components["schemas"]["Id"];
            created_at: components["schemas"]["Instant"];
            /** @description place of the newest message; 0 if none */
            last_seq: number;
            last?: components["schemas"]["Message"];
            /** @description my own reading mark */
            read_seq: number;
            /** @description messages of others past my mark, counted to 100 */
            unread: number;
        };
        Message: {
            room: components["schemas"]["Id"];
            /** @description dense per room; the message's place and address for ever */
            seq: number;
            /** @description the stream's version of its last change */
            version: number;
            author: components["schemas"]["Id"];
            body: string;
            client_key: components["schemas"]["ClientKey"];
            posted_at: components["schemas"]["Instant"];
        };
        /** @description how far a member has read */
        Mark: {
            person: components["schemas"]["Id"];
            seq: number;
        };
        NewRoom: {
            /** @enum {string} */
            kind: "direct" | "group";
            /** @description of a group: 1 to 50 characters */
            name?: string;
            /** @description without me; exactly one for a direct room (two people have one direct room) */
            members: components["schemas"]["Id"][];
            client_key: components["schemas"]["ClientKey"];
        };
        NewMessage: {
            /** @description 1 to 5,000 characters (graphemes), 40 KB of UTF-8 at most */
            body: string;
            client_key: components["schemas"]["ClientKey"];
        };
    };
    responses: {
        /** @description turned down; the code says why */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        Room: components["schemas"]["Id"];
        Seq: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    sign_in_by_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 5 × 4 letters; spaces, hyphens, width and case do not matter */
                    code: string;
                };
            };
        };
        responses: {
            /** @description signed in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    sign_in_by_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description signed in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    set_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current?: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    set_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Settings"];
            };
        };
        responses: {
            /** @description kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ok";
                        version: string;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description people */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: components["schemas"]["Person"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    import_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description imported */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    issue_card: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description shown once, never again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInCard"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    sync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SyncRequest"];
            };
        };
        responses: {
            /** @description what changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncReply"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description switching to WebSocket */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_rooms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description rooms */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rooms: components["schemas"]["Room"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_room: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRoom"];
            };
        };
        responses: {
            /** @description the room */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_room: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room: components["parameters"]["Room"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the room */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    add_members: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room: components["parameters"]["Room"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people: components["schemas"]["Id"][];
                };
            };
        };
        responses: {
            /** @description the room */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    remove_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room: components["parameters"]["Room"];
                person: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_messages: {
        parameters: {
            query?: {
                /** @description only places below */
                before?: number;
                /** @description only places above */
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                room: components["parameters"]["Room"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: components["schemas"]["Message"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    post_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room: components["parameters"]["Room"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            /** @description kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    mark_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room: components["parameters"]["Room"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    seq: number;
                };
            };
        };
        responses: {
            /** @description kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_readers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room: components["parameters"]["Room"];
                seq: components["parameters"]["Seq"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description readers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        read: {
                            person: components["schemas"]["Id"];
                            at: components["schemas"]["Instant"];
                        }[];
                        unread: components["schemas"]["Id"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
}
