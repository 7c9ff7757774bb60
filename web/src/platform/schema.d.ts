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
    "/api/v1/session/device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say whose device this session is on. Sets the cookie anew. A shared one becomes one's own only within 30 minutes of signing in. */
        put: operations["set_device"];
        post?: never;
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
        /** Choose a password. Of what nobody can guess, 15 characters must be left (`access.guessable_password` names in its fields what was found). The present one is asked if there is one, but of whoever has just come in by a card. Other sessions end. */
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
    "/api/v1/directory/people/{person}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Somebody is on leave from a day on, and until a day. */
        put: operations["set_leave"];
        post?: never;
        /** There is no leave any more; everything is as before. */
        delete: operations["end_leave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/planned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is planned for anybody, the next first. */
        get: operations["list_planned"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/planned/{planned}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** It doesn't come. Not possible when its day has. */
        delete: operations["call_off_planned"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/people/{person}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** From a day on something of somebody is another. On today, or a day that is over, at once. */
        post: operations["plan_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/people/{person}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Somebody's last day. At 0:00 of the next the account ends (clause 3.9). There is one at most; a new one goes before. */
        put: operations["plan_retirement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/people/{person}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What somebody alone carries, to be handed over before they go. Everybody sees their own. */
        get: operations["list_hand_over"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/retired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose account has ended, the latest first, with proof. */
        get: operations["list_retired"];
        put?: never;
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
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation's contacts, and my own. */
        get: operations["list_contacts"];
        put?: never;
        /** Add somebody outside, to the organisation's contacts or to my own. */
        post: operations["add_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A contact as the whole of it is from now on. */
        put: operations["change_contact"];
        post?: never;
        /** Remove a contact. Of the organisation's it is recorded that and who did it; what it said is kept nowhere. */
        delete: operations["remove_contact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I may do with contacts, and how mail is written to them. */
        get: operations["get_contacts_desk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The address from which a department, or the organisation, writes to people outside. */
        put: operations["set_mail_way"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The organisation's contacts as a sheet, which an import takes again without a change. That somebody did it is recorded. */
        post: operations["export_contacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far my import of the organisation's contacts has come, and what my last one came to. */
        get: operations["get_contacts_import"];
        put?: never;
        /**
         * Import the organisation's contacts from a file. Any bad row stops the whole import; all are reported.
         * @description The body is the file as it is: a workbook (.xlsx), or CSV in CP932 or UTF-8. Bad rows come back as the Problem's `fields`,
         *     whose `path` is `行 N` (the line where the row begins). Nothing is ever removed.
         */
        post: operations["import_contacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the import of this file would come to. Nothing is written. */
        post: operations["preview_contacts_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/own/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** My own contacts as a sheet, which an import takes again without a change. */
        post: operations["export_own_contacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/own/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far my import of my own contacts has come, and what the last one came to. */
        get: operations["get_own_contacts_import"];
        put?: never;
        /** Import contacts of my own from a file, 2,000 rows and 1 MiB at most. They are nobody else's, and nothing is recorded. */
        post: operations["import_own_contacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/own/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the import of this file into my own contacts would come to. Nothing is written. */
        post: operations["preview_own_contacts_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My devices, and shared ones that I am signed in on; the last used first. */
        get: operations["list_my_devices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/devices/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign me out everywhere but here. */
        post: operations["end_other_devices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/devices/{device}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Call a device of mine otherwise. */
        put: operations["rename_device"];
        post?: never;
        /** Sign me out there, and forget the device if it is mine. A lost one stays on record. */
        delete: operations["end_device"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/wallet-card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A number to carry in the wallet, by which my devices can be reported lost from anywhere. An earlier one dies. */
        post: operations["make_wallet_card"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whoever has the number of a wallet card reports its owner's private devices lost. A number is good once. */
        post: operations["report_by_wallet_card"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/losses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lost devices of mine; who is permitted `sign_in` sees all. Open ones first. */
        get: operations["list_losses"];
        put?: never;
        /** A device is lost. Its sessions are dead within a second on every node, and it empties itself when it next shows up. Without a device, all private ones of the person; anybody can do that for a colleague, three times in 24 hours (409 `access.too_many_losses`). A certain device, its owner or an administrator. Passkeys that were made there wait until it is found; if its owner reports it, or an administrator who reaches them, they are deleted. */
        post: operations["report_loss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/losses/{loss}/found": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The device is there again, and can be registered anew. Its owner, or who is permitted `sign_in` and reaches them. */
        post: operations["find_loss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices registered in the last 30 days, and those that wait for an administrator, who come first. */
        get: operations["list_new_devices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/devices/{device}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End every session there and forget the device. */
        delete: operations["remove_device"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/devices/{device}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It may be used as what it was said to be. */
        post: operations["approve_device"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/people/{person}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody's devices. */
        get: operations["list_devices_of"];
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
    "/api/v1/directory/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Departments in the order in which they are shown, each behind the one that it is a part of, and who heads them. */
        get: operations["list_departments"];
        /**
         * All departments as they are from now on. People, heads, hours and the guideline follow a new name.
         * @description What is left out is gone, 409 `directory.department_in_use` if somebody works there. 409 `directory.departments_changed` if
         *     somebody else changed the directory since `version`. 422 `directory.bad_departments` names each that is wrong.
         */
        put: operations["set_departments"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/heads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say who heads a department. */
        put: operations["set_head"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everybody as a staff sheet, which an import takes again without a change. That somebody did it is recorded. */
        post: operations["export_people"];
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
        /** How far my import of staff has come, and what my last one came to. */
        get: operations["get_import"];
        put?: never;
        /**
         * Import staff from a file. Any bad row stops the whole import; all are reported.
         * @description The body is the file as it is: a workbook (.xlsx), or CSV in CP932 or UTF-8. Bad rows come back as the Problem's `fields`,
         *     whose `path` is `行 N` (the line where the row begins). It goes on when the line breaks, and is done as a whole or not at all.
         */
        post: operations["import_people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the import of this file would come to. Nothing is written. */
        post: operations["preview_import"];
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
        /** Make a one-time sign-in code for a person; an earlier unused one dies. More than ten minutes after signing in, a proof is asked (403 `access.sign_in_again`). */
        post: operations["issue_card"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/displays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The screens on walls. */
        get: operations["list_displays"];
        put?: never;
        /** A new one, with the code that opens it. */
        post: operations["make_display"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/displays/{display}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** It is called otherwise, or shows another department. */
        put: operations["change_display"];
        post?: never;
        /** It is over; its next question is refused on every node. */
        delete: operations["end_display"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/displays/{display}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another code. What is open, and a code of before, are good no more. */
        post: operations["renew_display"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/display": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this display shows now. Sets its cookie anew. */
        get: operations["get_display"];
        put?: never;
        /** This screen shows the display of that code from now on. Sets the display's cookie. */
        post: operations["open_display"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/doubts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Use in my name that can't be one person's and of which I have said nothing yet. Nobody else sees it. */
        get: operations["list_my_doubts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/doubts/{doubt}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It was I, and the same pair isn't asked about for 30 days; or not. Then my other sessions and the places of my PIN end, of a copied session this one too, passkeys made on the other device are gone, and the administrators are told. */
        post: operations["answer_doubt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/doubts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of which people said that it was not they; the newest 200. */
        get: operations["list_denied_doubts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/passkey/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Something to sign for signing in. 409 `access.no_passkeys_here` under an address without a name, or without HTTPS. */
        post: operations["ask_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with what a device signed, without an ID. Sets the session cookie. Wrong tries of others never delay it. */
        post: operations["sign_in_by_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a browser needs to make a passkey. More than ten minutes after signing in, a proof is asked (403 `access.sign_in_again`). */
        post: operations["offer_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My passkeys, the oldest first. */
        get: operations["list_passkeys"];
        put?: never;
        /** Keep a passkey that was just made. */
        post: operations["add_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/{passkey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Call a passkey of mine otherwise. */
        put: operations["rename_passkey"];
        post?: never;
        /** Nobody gets in by this passkey of mine any more. Sessions stay. */
        delete: operations["remove_passkey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether my password alone lets me in. */
        get: operations["get_second_factor"];
        put?: never;
        /** The app shows the right code, so from now on one is asked behind the password. */
        post: operations["confirm_second_factor"];
        /** My password alone lets me in again. Only within ten minutes of signing in or of a proof (403 `access.sign_in_again`). */
        delete: operations["end_second_factor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A secret for an app. Nothing is asked before a code of it is confirmed. More than ten minutes after signing in, a proof is asked. */
        post: operations["begin_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ten other codes for paper; those of before are good no more. */
        post: operations["renew_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much was sent in a month, and how much of it outside of working time. */
        get: operations["get_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All listed groups (公開) of the organisation, by name. */
        get: operations["list_groups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/groups/{room}/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Ask to come into a listed group; again, with other words, or anew after a no.
         * @description A group that is not listed isn't there. Whoever is in already stays in, and asks nothing.
         */
        put: operations["ask_to_join"];
        post?: never;
        /** Ask no more; also puts a no away. */
        delete: operations["take_back_request"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/rooms/{room}/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * What a group is called and what it is, from now on. By its master or deputy.
         * @description Like everything that is done to a group by hand, 409 `talk.automatic_room` in a room with an origin.
         *     409 `talk.group_changed` if somebody else changed it since `edited` was so. What is left out is as in a new group:
         *     unlisted, without purpose and end, its past shown. A group that is listed no more is asked by nobody: requests
         *     end.
         */
        put: operations["set_group"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/rooms/{room}/master": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Another member is master from now on. By the master alone, who may leave with it. */
        put: operations["hand_over"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/rooms/{room}/deputy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A member is the second master from now on, or nobody. By the master alone. */
        put: operations["set_deputy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/rooms/{room}/requests/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say yes or no to somebody who asks to come in. By master or deputy; with a yes they are in.
         * @description A yes to somebody who is in already changes nothing.
         */
        put: operations["answer_request"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The times of the organisation and its parts. */
        get: operations["get_all_hours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours/patterns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The kinds of day that people of the organisation or a department choose from. */
        put: operations["set_patterns"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours/department/patterns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The kinds of day in the department that I head. */
        put: operations["set_department_patterns"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The times that concern me. */
        get: operations["get_hours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether these people may be rung now, and when next. 500 at most; who doesn't work here is left out. */
        post: operations["ask_statuses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours/week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** When the organisation, a site or a department works. */
        put: operations["set_week"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A day of the organisation, a site or a department that is another than its week says. */
        put: operations["set_day"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours/me/week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** When I may be rung (clause B2). */
        put: operations["set_my_week"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours/me/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A day of mine that is another than my week says. */
        put: operations["set_my_day"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours/department/week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** When the department that I head works (clause 0). */
        put: operations["set_department_week"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours/department/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A day of the department that I head. */
        put: operations["set_department_day"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/rooms/{room}/later": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a message and send it at this time. Until then nobody but me sees it. */
        post: operations["keep_later"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/later": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My messages that are not sent yet, the next first. */
        get: operations["list_later"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/later/{later}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** It is not sent. */
        delete: operations["take_back_later"];
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
         * @description Close codes: 4001 resync (the reader was too slow, or the server lost sight of its database), 4003 signed out, 1001 server stops.
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
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waited for me, and whether I may be rung now. */
        get: operations["get_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** I have looked at the notices up to this one. It never goes back. */
        put: operations["see_notices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/quiet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** What I don't want to be rung for. */
        put: operations["set_quiet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/people/{person}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take somebody's photo away. */
        delete: operations["remove_photo_of"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/people/{person}/photos/{photo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Somebody's photo, as a JPEG.
         * @description What an address names never changes, so a browser may keep it. 404 as soon as they have another, or none.
         */
        get: operations["get_photo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * My photo is this one from now on.
         * @description The body is the picture as it is, 10 MB and 50 million pixels at most. What is kept is its middle, made anew: upright, and
         *     without whatever else stood in the file.
         */
        put: operations["set_photo"];
        post?: never;
        /** I want no photo any more. */
        delete: operations["remove_photo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who can take this device over by PIN, by the device's cookie; nobody if it isn't one that many use. */
        get: operations["list_colleagues"];
        put?: never;
        /** Take this device over by PIN. Sets the session cookie and ends the session that was open here. It may do less than others (no administration; nothing that wants a fresh sign-in). Five wrong ones in a row close the way for this person on this device (403 `access.pin_closed`). */
        post: operations["take_over"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is of my PIN. */
        get: operations["get_pin"];
        /** Choose a PIN. More than ten minutes after signing in, a proof is asked (403 `access.sign_in_again`); never by whoever came in by PIN. */
        put: operations["set_pin"];
        post?: never;
        /** Have none from now on. */
        delete: operations["remove_pin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/pin/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** I know that wrong tries closed the way. */
        delete: operations["know_pin_closing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Networks, and what each device may do where. */
        get: operations["get_places"];
        /** Name the networks, and say what each device may do where. Never so that the asker could not say it again. */
        put: operations["set_places"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/clauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The guideline, clause by clause, with what holds for me and who set it. */
        get: operations["get_guideline"];
        put?: never;
        /** A clause of the organisation's own, for the next edition. */
        post: operations["draft_own_clause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the guideline says of something that I am writing. Nothing of it is kept. */
        post: operations["check_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/clauses/{clause}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The next edition leaves out a clause that the organisation added. */
        delete: operations["remove_own_clause"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/clauses/{clause}/settings/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what holds of a measure or a number. */
        put: operations["choose_setting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/clauses/{clause}/department-settings/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what holds of a measure or a number in the department that I head (clause 0). */
        put: operations["choose_department_setting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/clauses/{clause}/limits/{measure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what departments may choose. */
        put: operations["limit_departments"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/clauses/{clause}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** I don't want to see the hints of a clause any more. What must be confirmed or is blocked stays. */
        put: operations["dismiss_hints"];
        post?: never;
        /** I want to see them again. */
        delete: operations["want_hints"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/clauses/{clause}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** What the next edition will say of a clause. */
        put: operations["draft_clause"];
        post?: never;
        /** The next edition says what the present one says. */
        delete: operations["drop_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the drafts as the next edition, which everybody is asked to accept. */
        post: operations["publish_edition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/editions/{edition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The words of any edition, for showing what changed. */
        get: operations["get_edition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** I read the present edition and accept it. */
        put: operations["accept_edition"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quiz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The yearly check of understanding. */
        get: operations["get_quiz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quiz/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** I answered all questions. Again in the same year, the first time stays. */
        put: operations["finish_quiz"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quiz/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ask other questions. */
        put: operations["set_questions"];
        post?: never;
        /** Ask the preset's questions again. */
        delete: operations["reset_questions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quiz/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has done it, and who not. */
        get: operations["get_quiz_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/rooms/{room}/messages/{seq}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a message to the administrators. Again by the same person, it is the first report. */
        post: operations["report_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports, the open ones first, then the newest; 200 at most. */
        get: operations["list_reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/reports/{report}/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a report in its context. That I did is recorded. */
        post: operations["open_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/reports/{report}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what came of a report; it is closed. */
        put: operations["close_report"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is open in the rooms whose master I am, the first due first. */
        get: operations["list_reviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk/reviews/{review}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * The person stays, or leaves the room. Either way it is closed, and recorded.
         * @description 409 `talk.needs_successor` if the master themselves are to leave others behind: they hand the room over first
         *     (hand_over). The deputy reviews nothing.
         */
        put: operations["answer_review"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has which role and which sets, and what has changed of it. */
        get: operations["list_roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * From now on somebody has this role and these sets, and no others.
         * @description Up to the asker's own rank, for nobody of a higher one (403 `directory.higher_rank`), and never for oneself (403
         *     `directory.not_oneself`). 409 `directory.last_administrator`. It holds from the person's next request on, is recorded, and
         *     administrators and sub-administrators are told. Who may do more now needs a new sign-in card.
         */
        put: operations["appoint"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** I have looked at the changes up to this one. Never goes back. */
        put: operations["see_role_changes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a set. Its name is its own, so a repeat is 409 `directory.set_name_taken`. */
        post: operations["make_role_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/sets/{set}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The set is this from now on, for everybody who has it. */
        put: operations["change_role_set"];
        post?: never;
        /** Nobody has the set any more. */
        delete: operations["delete_role_set"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/sign-in-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What holds of ways in. */
        get: operations["get_sign_in_rules"];
        /** What holds of ways in from now on. 409 `access.second_first` if the asker would owe a second factor. */
        put: operations["set_sign_in_rules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/people/{person}/first-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A first password by the guideline's pattern; ends the person's card and any earlier one. 409 `access.no_patterns` where the organisation has not chosen it. More than ten minutes after signing in, a proof is asked (403 `access.sign_in_again`). */
        post: operations["issue_first_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/departments/site": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say at which site a department works. Its people work there too, unless it stands otherwise with them. */
        put: operations["set_department_site"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where departments and people work. */
        get: operations["list_sites"];
        /**
         * All sites as they are from now on. Departments, people and hours follow a new name.
         * @description What is left out is gone, 409 `directory.site_in_use` if a department or somebody works there. 409
         *     `directory.sites_changed` if somebody else changed the directory since `version`. 422 `directory.bad_sites` names each
         *     that is wrong.
         */
        put: operations["set_sites"];
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
        /** Who is in a room and why, those of longest standing first. */
        get: operations["list_members"];
        put?: never;
        /** Bring people into a group room; whether they see its past, the group says. */
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
        /**
         * Leave a group room, or (its master or deputy) take somebody out.
         * @description A master doesn't leave others without a successor: 409 `talk.needs_successor`, see hand_over. Nobody takes out the
         *     master: 403 `talk.only_master`.
         */
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
        /**
         * Who has read a message and when (clause 5.2), and who has not.
         * @description In neither list: the author, who became a member after the message was posted, and who has not read it and is on
         *     leave (clause B5).
         */
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
            /** @description clause 7.2; a server of before says nothing, and there it may be */
            may_change_password?: boolean;
            has_passkey?: boolean;
            has_second_factor?: boolean;
            /** @description for taking over shared devices */
            has_pin?: boolean;
            /** @description I administrate, which wants a second factor here, and have none; until then I don't */
            owes_second?: boolean;
            /** @description from then on signing in by password asks for another; passwords don't end if it isn't there */
            password_over_at?: number;
            /** @description I came in by PIN; so no administration and nothing that wants a fresh sign-in */
            by_pin?: boolean;
            device?: components["schemas"]["Device"];
            /** @description by role and sets, wherever this device is. A server of before says nothing; there administrators may do everything */
            permissions?: components["schemas"]["Permission"][];
            /** @description what this device may do where it is (clause 3.4). A server of before says nothing; there everything may be done everywhere */
            may?: {
                download: boolean;
                administration: boolean;
            };
        };
        /**
         * @description whose device this session is on; somebody's own (private), a PC of the office that one person sits at, one that many use. On a shared one it ends after 30 minutes without use and after 12 hours, and the cookie with the browser. A server of before says nothing; there every device is one's own
         * @enum {string}
         */
        Device: "own" | "office" | "shared";
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
        PlannedField: {
            /** @enum {string} */
            field: "department" | "position" | "posts" | "site" | "employment" | "extension" | "telephone" | "duties";
            /** @description as it is now; posts as in a staff sheet */
            before: string;
            after: string;
        };
        /**
         * @description What becomes of somebody on a day (clauses 3.9, 6.4): on `transfer` the fields are others from 0:00 of that day on; after
         *     `retirement`'s day, their last, the account ends at 0:00 of the next.
         */
        PlannedChange: {
            id: components["schemas"]["Id"];
            person: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "transfer" | "retirement";
            /** @description "2027-04-01" */
            day: string;
            /** @description empty for a retirement */
            fields: components["schemas"]["PlannedField"][];
        };
        /** @description Proof of what was deleted when somebody's account ended (clause 3.9). Their name isn't kept. */
        Retired: {
            person: components["schemas"]["Id"];
            /** @description 退職者 and their number */
            name: string;
            /** @description "2027-03-31" */
            last_day: string;
            done_at: components["schemas"]["Instant"];
            erased: {
                /** @enum {string} */
                what: "profile" | "posts" | "heads" | "photos" | "sessions" | "devices" | "wallet_cards" | "doubts" | "passwords" | "passkeys" | "second_factors" | "pins" | "cards" | "settings" | "rooms" | "join_requests" | "later_messages" | "hours" | "notices" | "dismissals" | "contacts";
                count: number;
            }[];
        };
        /** @description What somebody alone carries. Without a name it is a number of things. */
        HandOver: {
            /** @enum {string} */
            what: "administrator" | "sub_administrator" | "role_set" | "head" | "master" | "reviews" | "later_messages" | "contacts" | "responsible";
            /** @description of the department or the group */
            name: string;
            /** @description of a group its members */
            count: number;
            /** @description who becomes master of the group by themselves */
            next?: components["schemas"]["Id"];
        };
        /** @description 休職 (clause B5), both days included: they can't sign in, nothing rings, nobody waits for them. Now, later, or once. */
        Leave: {
            /** @description "2026-12-01"; as Japanese people write a day, where it is set */
            from: string;
            /** @description absent: until somebody says it */
            until?: string;
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
        /** @description "directory", "person:ID" (one's own things), "room:ID", "marks:ID" (of a room), "contacts", "contacts:ID" (one's own) */
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
        /**
         * @description What a contact says. An organisation or a person must be there; every other text may be empty. Spaces around texts are
         *     taken off, readings become full-width katakana. `responsible` is who of ours sees to it (担当).
         */
        ContactEntry: {
            /** @description up to 100 characters */
            organisation: string;
            /** @description its reading in kana */
            organisation_kana: string;
            /** @description there */
            department: string;
            /** @description up to 60 characters */
            person: string;
            person_kana: string;
            position: string;
            /** @description up to 30 characters: 病院, 行政 … */
            category: string;
            /** @description up to 60 characters, as people write it; words may stand beside it */
            telephone: string;
            other_telephone: string;
            fax: string;
            mail: string;
            /** @description up to 200 characters */
            address: string;
            /** @description up to 1000 characters; the only text with line ends */
            note: string;
            responsible?: components["schemas"]["Id"];
        };
        /** @description Somebody outside. */
        Contact: {
            id: components["schemas"]["Id"];
            /** @description true: mine, and nobody else reads it; false: the organisation's */
            own: boolean;
            /** @description of its stream at the last change */
            version: number;
            entry: components["schemas"]["ContactEntry"];
        };
        /** @description How a department writes to people outside (clause 4.2). */
        MailWay: {
            /** @description empty: the organisation, for departments without a way of their own */
            department: string;
            /** @description from which its mail comes */
            address: string;
            /** @description an https address in which {to} stands for the receiver; empty: the device's mail program */
            webmail: string;
        };
        ContactsDesk: {
            /** @description the organisation's contacts: who is permitted `contacts`, and whoever heads a department */
            may_keep: boolean;
            mail?: components["schemas"]["MailWay"];
            may_set_mail: boolean;
            /** @description for who is permitted `contacts`; else empty */
            all: components["schemas"]["MailWay"][];
        };
        ContactChange: {
            contact: components["schemas"]["Contact"];
            fields: {
                /** @enum {string} */
                field: "organisation" | "organisation_kana" | "department" | "person" | "person_kana" | "position" | "category" | "telephone" | "other_telephone" | "fax" | "mail" | "address" | "note" | "responsible";
                /** @description of `responsible` a person's id, empty for nobody */
                before: string;
                after: string;
            }[];
        };
        /** @description What a sheet comes to, in the order of its rows. */
        ContactsPlan: {
            added: components["schemas"]["ContactEntry"][];
            changed: components["schemas"]["ContactChange"][];
            unchanged: number;
        };
        /** @description contacts were added, changed or removed, or how mail is written; ask /sync for the stream */
        ContactsChangedEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "contacts.changed";
            stream: components["schemas"]["Stream"];
            version: number;
        };
        /**
         * @description without any network named, all of them count as the office's
         * @enum {string}
         */
        NetworkClass: "office" | "elsewhere";
        /** @description a browser in which somebody signed in */
        KnownDevice: {
            id: components["schemas"]["Id"];
            /** @description iPhone Safari, or what its owner calls it */
            name: string;
            class: components["schemas"]["Device"];
            registered_at: components["schemas"]["Instant"];
            /** @description to the hour; on a shared one to the minute */
            last_used_at: components["schemas"]["Instant"];
            network: components["schemas"]["NetworkClass"];
            /** @description the one that asks */
            here: boolean;
            /** @description the person in question has a session there */
            signed_in: boolean;
            /** @description false: an administrator has not agreed yet; until then an office or shared device counts as private, and where clause 3.6 asks first a private one is not let in */
            approved: boolean;
            lost_at?: components["schemas"]["Instant"];
        };
        /** @description a device that was reported lost or stolen (clause 3.7) */
        Loss: {
            id: components["schemas"]["Id"];
            /** @description whose it is */
            person: components["schemas"]["Id"];
            /** @description its name */
            device: string;
            /** @description nobody by the number of a wallet card */
            reported_by?: components["schemas"]["Id"];
            reported_at: components["schemas"]["Instant"];
            last_used_at: components["schemas"]["Instant"];
            network: components["schemas"]["NetworkClass"];
            /** @description how many ended */
            sessions: number;
            /** @description what could be seen there */
            seen: {
                /**
                 * @description a group room by name, with its messages; all direct rooms, with their messages; the address book, with its people
                 * @enum {string}
                 */
                kind: "room" | "direct" | "people";
                name: string;
                count: number;
            }[];
            /** @description it asked once more, was told and emptied */
            showed_up_at?: components["schemas"]["Instant"];
            found_at?: components["schemas"]["Instant"];
        };
        Person: {
            id: components["schemas"]["Id"];
            /** @description of somebody who is retired 退職者 and their number */
            name: string;
            kana: string;
            login: string;
            department: string;
            position: string;
            /** @description what somebody does besides (兼務), in the order of the sheet */
            posts: components["schemas"]["Post"][];
            employment: string;
            extension: string;
            /** @description one for work */
            telephone: string;
            /** @description what they see to (担当) */
            duties: string;
            role: components["schemas"]["Role"];
            /** @description where they work (拠点), if it isn't where their department does */
            site?: string;
            leave?: components["schemas"]["Leave"];
            photo?: components["schemas"]["Id"];
            /** @description true: their account is over (clause 3.9), and nothing else of them is here */
            retired?: boolean;
        };
        Post: {
            department: string;
            /** @description empty where there is none */
            position: string;
        };
        Department: {
            name: string;
            /** @description the department that it is a part of */
            parent?: string;
            /** @description how many, those with a post there besides included */
            people: number;
            head?: components["schemas"]["Id"];
        };
        ImportReport: {
            added: number;
            changed: number;
            unchanged: number;
        };
        /**
         * @description How far my import, or a preview, has come, if one is under way where I ask (with several nodes each knows of its own);
         *     and what my last import came to, which stays.
         */
        ImportStanding: {
            now?: {
                /**
                 * @description one after the other; `following`: rooms and the like are brought in line
                 * @enum {string}
                 */
                step: "reading" | "checking" | "writing" | "following";
                /** @description how many rows */
                done: number;
                /** @description absent where nobody knows */
                of?: number;
            };
            last?: {
                key?: components["schemas"]["ClientKey"];
                at: components["schemas"]["Instant"];
                report: components["schemas"]["ImportReport"];
            };
        };
        ImportPlan: {
            added: components["schemas"]["Newcomer"][];
            changed: components["schemas"]["StaffChange"][];
            /** @description how many */
            unchanged: number;
        };
        /** @description Somebody whom an import would add; with the login that they would get. */
        Newcomer: {
            login: string;
            name: string;
            kana: string;
            department: string;
            position: string;
            /** @description "総務係／主任、貸付係", as in a staff sheet */
            posts: string;
            site: string;
            employment: string;
            extension: string;
            telephone: string;
            duties: string;
            /** @description "2026-04-01"; empty if the file does not say */
            hired_on: string;
        };
        StaffChange: {
            person: components["schemas"]["Person"];
            fields: {
                /** @enum {string} */
                field: "name" | "kana" | "department" | "position" | "posts" | "site" | "employment" | "extension" | "telephone" | "duties" | "hired_on";
                before: string;
                after: string;
            }[];
        };
        SignInCard: {
            person: components["schemas"]["Person"];
            /** @description ABCD-EFGH-… shown once */
            code: string;
            /** @description the address with the code in its fragment */
            url: string;
            expires_at: components["schemas"]["Instant"];
        };
        /** @description a screen on a wall, as administrators see it */
        Display: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description what it shows; empty: the whole organisation */
            department: string;
            /** @description there is a code that was not used yet */
            code_ends_at?: components["schemas"]["Instant"];
            /** @description when it asked last, to five minutes; absent: it was never opened */
            used_at?: components["schemas"]["Instant"];
        };
        DisplayWish: {
            name: string;
            /** @description absent: the whole organisation */
            department?: string;
        };
        /** @description what a screen on a wall shows */
        DisplayBoard: {
            name: string;
            /** @description empty: the whole organisation */
            department: string;
            /** @description by the server's clock */
            now: components["schemas"]["Instant"];
            /** Format: date */
            today: string;
            /** @description of a day that is not an ordinary one */
            day_name: string;
            /** @description minutes after midnight; absent: nobody works today */
            working_today?: {
                opens: number;
                closes: number;
            };
            /** @description in kana order */
            people: components["schemas"]["DisplayPerson"][];
            /** @description people who are left out */
            more: number;
        };
        DisplayPerson: {
            name: string;
            department: string;
            /**
             * @description at work now; at another time of this day; not today, for whatever reason
             * @enum {string}
             */
            state: "working" | "away" | "off";
        };
        /** @description two uses in one person's name that can't be one person's */
        Doubt: {
            id: components["schemas"]["Id"];
            person: components["schemas"]["Id"];
            /**
             * @description two sessions in two places that exclude each other within a minute; one session in two browsers that take turns or in two such places
             * @enum {string}
             */
            kind: "places" | "copied";
            told_at: components["schemas"]["Instant"];
            /** @description not a day old yet: it comes by itself. Later it waits to be looked for */
            asks: boolean;
            /** @description two; in the order in which they were */
            uses: {
                at: components["schemas"]["Instant"];
                /** @description its name */
                device: string;
                /** @description Windows Chrome; may be empty */
                browser: string;
                /** @description may be empty */
                site: string;
                /** @description in the session that asks */
                here: boolean;
            }[];
            /** @description when the person said that it was not they */
            answered_at?: components["schemas"]["Instant"];
            /** @description how many ended by that */
            sessions?: number;
        };
        /** @description one of my passkeys, without anything that could be used */
        Passkey: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description the name of the server that it was made for; under another name it is of no use */
            server: string;
            created_at: number;
            /** @description never used if it isn't there */
            used_at?: number;
        };
        /** @description what a device is to sign within five minutes, once */
        PasskeyChallenge: {
            challenge: string;
            /** @description the relying party's id */
            server: string;
        };
        /** @description what a browser needs to make a passkey */
        PasskeyOffer: {
            challenge: string;
            server: string;
            organisation: string;
            /** @description the user's id */
            handle: string;
            login: string;
            name: string;
            /** @description credentials that I have; a device makes one only */
            present: string[];
        };
        /** @description what whoever signed in more than ten minutes ago gives to prove that it is still they; then nothing is asked for another ten minutes */
        Proof: {
            /** @description without it 403 `access.sign_in_again` */
            password?: string;
            /** @description of the second factor; without it 403 `access.second_needed` for whoever has one */
            code?: string;
        };
        RecoveryCodes: {
            /** @description each good once instead of the app */
            codes: string[];
        };
        /** @description Of a department with fewer than five people, only its name and `few`. */
        DepartmentFigures: {
            /** @description where the authors work today; empty: in none */
            department: string;
            few: boolean;
            /** @description who work there today */
            people?: number;
            /** @description messages */
            sent?: number;
            /** @description of them, sent outside of the department's working time */
            outside?: number;
            /** @description of them, 緊急 */
            urgent?: number;
        };
        Figures: {
            /** @description "2026-11" */
            month: string;
            /** @description all of them for who is permitted `figures`; for a head, the own one */
            departments: components["schemas"]["DepartmentFigures"][];
        };
        /**
         * @description `listed` (公開): everybody in the organisation finds its name, purpose and members. What is said in a group is for
         *     its members either way.
         * @enum {string}
         */
        Visibility: "unlisted" | "listed";
        /** @description "2026-12-25": the day by which a group will have done its work; not before today */
        EndDay: string;
        /** @description What a group is besides a room. */
        Group: {
            visibility: components["schemas"]["Visibility"];
            /** @description empty if nobody wrote it; of a listed group never */
            purpose: string;
            ends_on?: components["schemas"]["EndDay"];
            /** @description those who come see what was said before */
            shows_past: boolean;
            /** @description the second master; absent if there is none */
            deputy?: components["schemas"]["Id"];
            /** @description how often name, purpose and the like were changed; for set_group */
            edited: number;
        };
        JoinRequest: {
            person: components["schemas"]["Id"];
            /** @description why, if they said it */
            words: string;
            asked_at: components["schemas"]["Instant"];
            /** @description absent while it is open */
            declined_at?: components["schemas"]["Instant"];
        };
        ListedGroup: {
            /** @description of its room */
            id: components["schemas"]["Id"];
            name: string;
            purpose: string;
            ends_on?: components["schemas"]["EndDay"];
            master: components["schemas"]["Id"];
            deputy?: components["schemas"]["Id"];
            /** @description those of longest standing first */
            members: components["schemas"]["Id"][];
            /** @description mine, if I asked to come in */
            request?: components["schemas"]["JoinRequest"];
        };
        /** @description That somebody is in a room, and why. */
        Membership: {
            person: components["schemas"]["Id"];
            /**
             * @description made the group, was added, asked and got a yes; `placed`: the directory has them there, as the room's origin
             *     says; `before`: it was not written down then
             * @enum {string}
             */
            came: "before" | "made" | "added" | "asked" | "placed";
            /** @description who added them or said yes; absent where nobody did */
            by?: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
        };
        /** @description listed groups are others; fetch them if they are shown */
        GroupsChangedEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "talk.groups_changed";
            stream: components["schemas"]["Stream"];
            version: number;
        };
        OpenWeekday: {
            /** @description 0 Sunday to 6 Saturday, 7 public holidays */
            weekday: number;
            opens: number;
            /** @description above 1440 on the next day */
            closes: number;
        };
        SpecialDay: {
            /** @description "2026-12-29", or "12-29" for every year */
            day: string;
            name: string;
            /** @description absent on a closed day */
            opens?: number;
            closes?: number;
        };
        HoursLevel: {
            /** @description other weekdays are closed; absent: the next level says */
            week?: components["schemas"]["OpenWeekday"][];
            days: components["schemas"]["SpecialDay"][];
        };
        /** @description A kind of day that people choose for themselves. */
        ShiftPattern: {
            /** @description 早番; up to 10 characters */
            name: string;
            /** @description absent: a day off */
            opens?: number;
            closes?: number;
        };
        NamedLevel: {
            name: string;
            /** @description of a department: where it works; empty for nowhere in particular */
            site?: string;
            level: components["schemas"]["HoursLevel"];
            patterns: components["schemas"]["ShiftPattern"][];
        };
        /** @description The times of the organisation, its sites and its departments. */
        AllHours: {
            organisation: components["schemas"]["NamedLevel"];
            sites: components["schemas"]["NamedLevel"][];
            /** @description those that people work in */
            departments: components["schemas"]["NamedLevel"][];
        };
        Opening: {
            opens: components["schemas"]["Instant"];
            closes: components["schemas"]["Instant"];
        };
        /** @description The times that concern me (clauses B1 and B2). */
        Hours: {
            organisation: components["schemas"]["HoursLevel"];
            site: components["schemas"]["HoursLevel"];
            department: components["schemas"]["HoursLevel"];
            person: components["schemas"]["HoursLevel"];
            site_name: string;
            department_name: string;
            /** @description B1 is on */
            organisation_in_force: boolean;
            /** @description B2 is on: I may say when I may be rung */
            person_in_force: boolean;
            /** Format: date */
            today: string;
            /** @description of a day that is not an ordinary one: 勤労感謝の日 */
            today_name: string;
            working_today?: {
                opens: number;
                closes: number;
            };
            /** @description I may be rung now */
            open: boolean;
            operating?: components["schemas"]["Opening"];
            working?: components["schemas"]["Opening"];
            may_set_department: boolean;
            /** @description what I can choose for a day of mine; the department's, or else the organisation's */
            patterns: components["schemas"]["ShiftPattern"][];
        };
        PersonHours: {
            person: components["schemas"]["Id"];
            /** @description may be rung now */
            open: boolean;
            operating?: components["schemas"]["Opening"];
        };
        WeekChoice: {
            /** @description absent: the next level says */
            week?: components["schemas"]["OpenWeekday"][];
        };
        DayChoice: {
            day: string;
            /** @enum {string} */
            says: "usual" | "open" | "closed";
            opens?: number;
            closes?: number;
            /** @description up to 30 characters */
            name?: string;
        };
        HoursScope: {
            /** @enum {string} */
            scope: "organisation" | "site" | "department";
            /** @description the site's or the department's name */
            whose?: string;
        };
        /** @description Somebody's times changed; fetch what is shown. */
        HoursChangedEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "hours.changed";
            stream: components["schemas"]["Stream"];
            version: number;
        };
        PatternsChoice: {
            /** @description 12 at most; none: the organisation's */
            patterns: components["schemas"]["ShiftPattern"][];
        };
        LaterMessage: {
            id: components["schemas"]["Id"];
            room: components["schemas"]["Id"];
            body: string;
            client_key: components["schemas"]["ClientKey"];
            due_at: components["schemas"]["Instant"];
            /** @description why it could not be sent: the code of a problem; the text stays here */
            failed?: string;
        };
        NewLaterMessage: {
            body: string;
            client_key: components["schemas"]["ClientKey"];
            due_at: components["schemas"]["Instant"];
            /** @description from /policy/check, if a clause asked */
            acknowledgement?: string;
        };
        /** @description One of my messages for later was kept, sent, taken back or could not be sent; fetch what is shown. */
        LaterChangedEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "talk.later_changed";
            stream: components["schemas"]["Stream"];
            version: number;
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
            /** @description of `marks:ROOM`, the stream of a room's reading marks; always all of them */
            marks?: components["schemas"]["Mark"][];
            people?: components["schemas"]["Person"][];
            /** @description of `contacts`, or of `contacts:ME`, my own; in a snapshot all of them */
            contacts?: components["schemas"]["Contact"][];
            /** @description never in a snapshot */
            removed_contacts?: components["schemas"]["Id"][];
            /** @description of `policy`, the guideline: the present one */
            edition?: number;
            settings?: components["schemas"]["Settings"];
            /** @description mine */
            permissions?: components["schemas"]["Permission"][];
        };
        /**
         * @description What arrives on the socket, one JSON object a text frame. Events of a stream arrive in the order
         *     of their versions; a client that sees a hole asks /sync. In a stream of marks a jump is no hole:
         *     every event brings all marks, at most once a second.
         */
        LiveEvent: components["schemas"]["HelloEvent"] | components["schemas"]["MessagePostedEvent"] | components["schemas"]["RoomChangedEvent"] | components["schemas"]["MarksEvent"] | components["schemas"]["GroupsChangedEvent"] | components["schemas"]["PeopleChangedEvent"] | components["schemas"]["GuidelineChangedEvent"] | components["schemas"]["HoursChangedEvent"] | components["schemas"]["NoticesChangedEvent"] | components["schemas"]["LaterChangedEvent"] | components["schemas"]["ReviewsChangedEvent"] | components["schemas"]["ContactsChangedEvent"] | components["schemas"]["SettingsChangedEvent"] | components["schemas"]["DevicesChangedEvent"] | components["schemas"]["AccessChangedEvent"];
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
        /** @description name, members, what a group is or who asks to come in changed; fetch the room */
        RoomChangedEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "talk.room_changed";
            stream: components["schemas"]["Stream"];
            version: number;
        };
        /** @description all marks of a room as they stand at `version`; the client merges by maximum */
        MarksEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "talk.marks";
            stream: components["schemas"]["Stream"];
            version: number;
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
        /** @description my devices are others, or as an administrator somebody's; ask for them */
        DevicesChangedEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "access.devices_changed";
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
        WaitingPlace: {
            /** @description "room:12", as a stream is called */
            place: string;
            /** @description counted to 100 */
            messages: number;
        };
        /** @description What came while the person could not be rung and was still unread, told once at the opening (clause B3). */
        Notice: {
            /** @description of the person, rising */
            id: number;
            at: components["schemas"]["Instant"];
            closed_from: components["schemas"]["Instant"];
            closed_until: components["schemas"]["Instant"];
            /** @description most messages first */
            waiting: components["schemas"]["WaitingPlace"][];
        };
        Notices: {
            /** @description the newest first, 50 at most */
            notices: components["schemas"]["Notice"][];
            /** @description the newest notice that was looked at; 0 for none */
            seen: number;
            /** @description I may be rung now */
            rings: boolean;
            /** @description B3 is on: outside my operating time nothing rings */
            holds: boolean;
            changes_at?: components["schemas"]["Instant"];
            /** @description what I don't want to be rung for: "talk", "digest", a place */
            quiet: string[];
        };
        QuietChoice: {
            /** @description "talk": messages; "digest": what waited; or a place: "room:12" */
            what: string;
            quiet: boolean;
        };
        /** @description There is a new notice, or one's settings changed; fetch what is shown. */
        NoticesChangedEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "notify.changed";
            stream: components["schemas"]["Stream"];
            version: number;
        };
        /** @description what I may know of my PIN */
        Pin: {
            /** @description there is none if it isn't there */
            since?: number;
            /** @description shared devices on which it is good; the last used first */
            places: {
                device: string;
                /** @description from then on a full sign-in comes first */
                over_at: number;
                /** @description by wrong tries until the next full sign-in there */
                closed: boolean;
            }[];
            /** @description wrong tries closed the way somewhere and I have not said yet that I know */
            closing?: {
                device: string;
                at: number;
            };
        };
        /** @description somebody who can take this device over by PIN */
        Colleague: {
            id: components["schemas"]["Id"];
            name: string;
            kana: string;
            department: string;
            /** @description after wrong tries; then only a full sign-in */
            closed: boolean;
        };
        Network: {
            name: string;
            /** @description CIDR, RFC 4632 §3.1 or RFC 4291 §2.3: 192.0.2.0/24, 2001:db8::/48. The narrowest one that holds an address counts */
            addresses: string;
            kind: components["schemas"]["NetworkClass"];
            /** @description the office's exclusive site that it belongs to, if it says one; whoever does something there does nothing at another one within the same minute (clause 3.3) */
            site?: string;
        };
        /** @description what a device may do on a network */
        Allowance: {
            device: components["schemas"]["Device"];
            network: components["schemas"]["NetworkClass"];
            sign_in: boolean;
            /** @description files with what is kept here */
            download: boolean;
            administration: boolean;
        };
        Places: {
            networks: components["schemas"]["Network"][];
            /** @description one for each device and network */
            allowances: components["schemas"]["Allowance"][];
        };
        /**
         * @description `hint`, shown while writing, never in the way; `confirm`, somebody must say yes to it, which is
         *     recorded; `block`, refused by the server; `on`, a feature that is there.
         * @enum {string}
         */
        Mode: "off" | "hint" | "confirm" | "block" | "on";
        /** @description The organisation's guideline as it holds for me. */
        Guideline: {
            /** @description what it was made from */
            preset: {
                id: string;
                title: string;
                /** Format: date */
                made_on: string;
                /** @description days of 追記 */
                amended_on: string[];
            };
            edition: components["schemas"]["Edition"];
            /** @description the newest edition that I accepted; 0 for none */
            accepted: number;
            /** @description until when my acceptance of the present edition may wait; absent if nothing is asked */
            accept_until?: components["schemas"]["Instant"];
            /** @description the editions after that one, the oldest first */
            news: components["schemas"]["Edition"][];
            /** @description clauses whose hints I dismissed */
            dismissals: string[];
            /** @description mine */
            department: string;
            /** @description I am permitted `guideline` */
            may_edit: boolean;
            /** @description I head my department */
            is_head?: boolean;
            /** @description I head my department, and clause 0 is on */
            may_choose: boolean;
            clauses: components["schemas"]["Clause"][];
            /** @description what the next edition will say differently; for who is permitted `guideline` */
            drafts: components["schemas"]["DraftClause"][];
        };
        Edition: {
            number: number;
            /** @description what changed */
            note: string;
            /** Format: date */
            effective_on: string;
            published_at: components["schemas"]["Instant"];
        };
        ClauseText: {
            id: string;
            title: string;
            text: string;
        };
        DraftClause: {
            id: string;
            title: string;
            text: string;
            removed: boolean;
        };
        /** @enum {string} */
        Level: "preset" | "organisation" | "department";
        Clause: {
            /** @description "B3", "2.5.a"; "own.1" for a clause that the organisation added */
            id: string;
            /** @description absent for an own clause */
            section?: string;
            title: string;
            text: string;
            /** @enum {string} */
            kept_by: "system" | "screen" | "people";
            mode?: components["schemas"]["Mode"];
            /** @description what may be chosen */
            modes: components["schemas"]["Mode"][];
            measures: components["schemas"]["Measure"][];
            parameter?: components["schemas"]["Parameter"];
            /** @description folders of the program; empty: not yet */
            carried_by: string[];
            /** @description of 30 days */
            figures?: {
                acknowledged: number;
                /** @description sent first, as urgent (clause B3) */
                passed?: number;
                refused: number;
            };
            /** @description the clause whose modes hold for this one */
            as?: string;
            /** @description where and why the preset departs from the guideline's letter */
            differs?: string;
            /** @description why the guideline's own words endanger the organisation */
            danger?: string;
        };
        Measure: {
            /** @description "main", or what else the clause does */
            name: string;
            mode: components["schemas"]["Mode"];
            organisation_mode: components["schemas"]["Mode"];
            modes: components["schemas"]["Mode"][];
            /** @description what a department may choose */
            departments: components["schemas"]["Mode"][];
            level: components["schemas"]["Level"];
            set_by?: components["schemas"]["Id"];
            set_at?: components["schemas"]["Instant"];
        };
        Parameter: {
            name: string;
            value: number;
            least: number;
            most: number;
            level: components["schemas"]["Level"];
            set_by?: components["schemas"]["Id"];
            set_at?: components["schemas"]["Instant"];
        };
        /** @description a part of the text, in UTF-16 code units */
        TextRange: {
            begin: number;
            end: number;
        };
        Finding: {
            clause: string;
            measure: string;
            code: string;
            mode: components["schemas"]["Mode"];
            /** @description what was found */
            title: string;
            /** @description what to do */
            instead: string;
            /** @description what it is about; empty: all of it */
            ranges: components["schemas"]["TextRange"][];
            /** @description what one tap may drop */
            drop: components["schemas"]["TextRange"][];
        };
        Check: {
            /**
             * @description sent at once, or at a time that is chosen; or what a group is to be called (clause 6.2)
             * @enum {string}
             */
            kind: "message" | "later" | "group_name";
            text: string;
            /** @description "room:7": where it is to stand; an acknowledgement is good there only */
            place?: string;
        };
        Checked: {
            findings: components["schemas"]["Finding"][];
            /**
             * @description Sent along with this text, it says that I read what must be confirmed. Absent if nothing must
             *     be, or if something is blocked. Good for a day, for me, this text and this place.
             */
            acknowledgement?: string;
        };
        /** @description The guideline or what holds of it changed; fetch it. */
        GuidelineChangedEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "policy.guideline_changed";
            stream: components["schemas"]["Stream"];
            version: number;
        };
        QuizQuestion: {
            /** @description up to 200 characters */
            text: string;
            /** @description two to four, up to 100 characters each */
            choices: string[];
            /** @description which of them, from 0 */
            right: number;
            /** @description up to 400 characters */
            why: string;
        };
        /** @description The questions of this year, and how I stand with them. */
        Quiz: {
            /** @description clause 3.2 is on for me */
            in_force: boolean;
            /** @description of the questions; 0: nobody has set any */
            version: number;
            /** @description always five */
            questions: components["schemas"]["QuizQuestion"][];
            /** @description the year of office, from 1 April on */
            year: number;
            /** @description I have not done it this year, and accepted the guideline a month ago or longer */
            due: boolean;
            done_at?: components["schemas"]["Instant"];
            /** @description what one case may cost (clause 3.2) */
            yen: number;
            /** @description I am permitted `quiz` */
            may_edit: boolean;
        };
        /** @description Who has done it this year. How somebody answered is kept nowhere. */
        QuizProgress: {
            year: number;
            /** @description those that work here and are not on leave */
            people: {
                person: components["schemas"]["Id"];
                done_at?: components["schemas"]["Instant"];
            }[];
        };
        Report: {
            id: components["schemas"]["Id"];
            room: components["schemas"]["Id"];
            /** @description place of the message */
            seq: number;
            author: components["schemas"]["Id"];
            reporter: components["schemas"]["Id"];
            reason: string;
            reported_at: components["schemas"]["Instant"];
            /** @description absent while it is open */
            closed?: {
                by: components["schemas"]["Id"];
                at: components["schemas"]["Instant"];
                outcome: string;
            };
        };
        /** @description A report with what was said around its message. */
        OpenedReport: {
            report: components["schemas"]["Report"];
            /** @description empty for a direct room */
            room_name: string;
            members: components["schemas"]["Id"][];
            /** @description up to five before and after */
            messages: components["schemas"]["Message"][];
        };
        Duty: {
            department: string;
            /** @description 兼務, as in a staff sheet: 総務係／主任、貸付係 */
            posts: string;
            /** @description 担当 */
            duties: string;
        };
        /** @description Somebody has another duty and is still in a group; its master says whether they stay. */
        Review: {
            id: components["schemas"]["Id"];
            room: components["schemas"]["Id"];
            person: components["schemas"]["Id"];
            before: components["schemas"]["Duty"];
            now: components["schemas"]["Duty"];
            made_at: components["schemas"]["Instant"];
            /** @description "2026-12-08": by when it is to be answered; it stays open after that */
            due_on: string;
        };
        /** @description What I have to review is other now; fetch what is shown. */
        ReviewsChangedEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "talk.reviews_changed";
            stream: components["schemas"]["Stream"];
            version: number;
        };
        /**
         * @description in the order of their ranks. The first two may do everything that there are permissions for
         * @enum {string}
         */
        Role: "administrator" | "sub_administrator" | "member";
        /**
         * @description what somebody may be entrusted with
         * @enum {string}
         */
        Permission: "staff" | "sign_in" | "guideline" | "hours" | "quiz" | "contacts" | "reports" | "figures" | "urgent";
        /** @description permissions that somebody is given as one */
        RoleSet: {
            id: components["schemas"]["Id"];
            /** @description of one set only: 研修担当 */
            name: string;
            permissions: components["schemas"]["Permission"][];
        };
        NewRoleSet: {
            /** @description 1 to 30 characters on one line */
            name: string;
            permissions: components["schemas"]["Permission"][];
        };
        /** @description somebody who is given anything */
        Appointed: {
            person: components["schemas"]["Id"];
            role: components["schemas"]["Role"];
            sets: components["schemas"]["Id"][];
        };
        /** @description who gave whom what; or what became of a set */
        RoleChange: {
            /** @description rising */
            id: number;
            at: components["schemas"]["Instant"];
            by?: components["schemas"]["Id"];
            person?: components["schemas"]["Id"];
            role_before?: components["schemas"]["Role"];
            role_after?: components["schemas"]["Role"];
            /** @description its name, where no person is said */
            set?: string;
            /** @description names of the person's sets; of a set, its permissions */
            before: string[];
            /** @description the same; of a set: empty if it is gone */
            after: string[];
        };
        Roles: {
            sets: components["schemas"]["RoleSet"][];
            /** @description highest rank first */
            people: components["schemas"]["Appointed"][];
            /** @description the newest first; a hundred at most */
            changes: components["schemas"]["RoleChange"][];
            /** @description the newest change that I have looked at */
            seen: number;
            /** @description I am an administrator */
            may_edit_sets: boolean;
        };
        SignInRules: {
            /** @description 0: passwords don't end; else 30 to 365 */
            password_days: number;
            /** @description who administrates and has no second factor does not until then */
            second_for_administrators: boolean;
            /**
             * @description what the logins of newcomers are made from in an import
             * @enum {string}
             */
            login_form: "name" | "number";
            /** @description the guideline's first passwords; whoever sees an ID can guess one */
            pattern_passwords: boolean;
        };
        /** @description good for a week and for one sign-in with which another is chosen; shown once */
        FirstPassword: {
            person: components["schemas"]["Person"];
            password: string;
            expires_at: number;
        };
        /** @description A place where departments and people work (拠点). It gives nobody any right. */
        Site: {
            name: string;
            /** @description may be empty */
            address: string;
            /** @description may be empty */
            telephone: string;
            /** @description which work there */
            departments: string[];
            /** @description how many work there, by themselves or with their department */
            people: number;
        };
        Room: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "direct" | "group";
            /** @description of a group; empty for a direct room, which is named by the other person */
            name: string;
            members: components["schemas"]["Id"][];
            /** @description absent in a room with an origin */
            master?: components["schemas"]["Id"];
            /**
             * @description The room is there by itself, and its members follow the directory (clause 5.4): everybody who is employed so,
             *     or works in the department or in one that is under it, with a main or another post. Nobody is brought in,
             *     taken out or leaves by hand: 409 `talk.automatic_room`.
             */
            origin?: {
                /** @enum {string} */
                kind: "employment" | "department";
                /** @description of the employment type or the department; empty if the department is gone */
                name: string;
            };
            created_at: components["schemas"]["Instant"];
            /** @description the first place that I may see; 1 if absent */
            from_seq?: number;
            /** @description place of the newest message; 0 if none */
            last_seq: number;
            last?: components["schemas"]["Message"];
            /** @description my own reading mark */
            read_seq: number;
            /** @description messages of others past my mark, counted to 100 */
            unread: number;
            /** @description absent for a direct room and in a room with an origin */
            group?: components["schemas"]["Group"];
            /** @description who asks to come in, the oldest first; for its master and deputy, and only if somebody does */
            requests?: components["schemas"]["JoinRequest"][];
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
            /** @description the reason of 緊急 (clause B3): it rings now, whatever the hours of whoever gets it */
            urgent?: string;
        };
        /**
         * @description How far a member has read. Who came later begins with a mark at the newest message of then,
         *     `joined_seq`, and counts for no message up to it, neither as a reader nor as somebody who has not
         *     read.
         */
        Mark: {
            person: components["schemas"]["Id"];
            seq: number;
            /** @description place of the newest message when the member came; absent if none */
            joined_seq?: number;
        };
        NewRoom: {
            /** @enum {string} */
            kind: "direct" | "group";
            /** @description of a group: 1 to 50 characters */
            name?: string;
            /** @description without me; exactly one for a direct room (two people have one direct room) */
            members: components["schemas"]["Id"][];
            client_key: components["schemas"]["ClientKey"];
            /** @description of a group; unlisted if absent */
            visibility?: components["schemas"]["Visibility"];
            /** @description of a group: at most 200 characters; needed if it is listed */
            purpose?: string;
            ends_on?: components["schemas"]["EndDay"];
            /** @description of a group: those who come later see what was said before; true if absent */
            shows_past?: boolean;
        };
        NewMessage: {
            /** @description 1 to 5,000 characters (graphemes), 40 KB of UTF-8 at most */
            body: string;
            client_key: components["schemas"]["ClientKey"];
            /** @description from /policy/check, if the guideline asks first */
            acknowledgement?: string;
            /**
             * @description 緊急 and why, 1 to 100 characters, on one line: it rings now. For heads of departments and who is permitted `urgent`,
             *     and for everybody where measure `urgent` of clause B3 is on; else 403 `talk.may_not_be_urgent`. The
             *     guideline doesn't hold it up: what it finds is recorded.
             */
            urgent?: string;
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
        /** @description devices */
        KnownDevices: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    devices: components["schemas"]["KnownDevice"][];
                };
            };
        };
        /** @description a code that opens it; shown once, good once and for seven days */
        DisplayCode: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    id: components["schemas"]["Id"];
                    /** @description 5 x 4 letters */
                    code: string;
                    /** @description to be opened on the screen */
                    url: string;
                    expires_at: components["schemas"]["Instant"];
                };
            };
        };
        /** @description doubts */
        Doubts: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    doubts: components["schemas"]["Doubt"][];
                };
            };
        };
    };
    parameters: {
        Clause: string;
        Report: components["schemas"]["Id"];
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
                    device?: components["schemas"]["Device"];
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
                    device?: components["schemas"]["Device"];
                    login: string;
                    password: string;
                    /** @description the password from now on, where the typed one is over (401 `access.password_over`) or the first (401 `access.first_password`) */
                    next?: string;
                    /** @description six digits of an app, or a recovery code; asked of who has a second factor (401 `access.second_needed`) */
                    second?: string;
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
    set_device: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    device: components["schemas"]["Device"];
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
    set_leave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Leave"];
            };
        };
        responses: {
            /** @description set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    end_leave: {
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
            /** @description over */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_planned: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description planned */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        planned: components["schemas"]["PlannedChange"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    call_off_planned: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planned: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description called off */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    plan_transfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    day: string;
                    department?: string;
                    position?: string;
                    posts?: components["schemas"]["Post"][];
                    /** @description empty: where the department is */
                    site?: string;
                    employment?: string;
                    extension?: string;
                    telephone?: string;
                    duties?: string;
                };
            };
        };
        responses: {
            /** @description planned or done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    plan_retirement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description today, or later */
                    day: string;
                };
            };
        };
        responses: {
            /** @description planned */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_hand_over: {
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
            /** @description what they carry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        carried: components["schemas"]["HandOver"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_retired: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description retired */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        retired: components["schemas"]["Retired"][];
                    };
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
    list_contacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description all of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contacts: components["schemas"]["Contact"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    add_contact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    own: boolean;
                    client_key: components["schemas"]["ClientKey"];
                    entry: components["schemas"]["ContactEntry"];
                };
            };
        };
        responses: {
            /** @description added, or it was before */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    change_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description that was looked at; 409 if it has changed since */
                    version: number;
                    entry: components["schemas"]["ContactEntry"];
                };
            };
        };
        responses: {
            /** @description changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    remove_contact: {
        parameters: {
            query: {
                /** @description that was looked at; 409 if it has changed since */
                version: number;
            };
            header?: never;
            path: {
                contact: components["schemas"]["Id"];
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
    get_contacts_desk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the desk */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactsDesk"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    set_mail_way: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailWay"];
            };
        };
        responses: {
            /** @description set; without an address the department has no way of its own any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    export_contacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    format: "xlsx" | "csv";
                };
            };
        };
        responses: {
            /** @description the sheet, as a file to keep */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_contacts_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description where it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportStanding"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    import_contacts: {
        parameters: {
            query?: {
                /** @description by which the standing names it afterwards */
                key?: components["schemas"]["ClientKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    preview_contacts_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description every change, in the order of the rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactsPlan"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    export_own_contacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    format: "xlsx" | "csv";
                };
            };
        };
        responses: {
            /** @description the sheet, as a file to keep */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_own_contacts_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description where it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportStanding"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    import_own_contacts: {
        parameters: {
            query?: {
                /** @description by which the standing names it afterwards */
                key?: components["schemas"]["ClientKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    preview_own_contacts_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description every change, in the order of the rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactsPlan"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_my_devices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KnownDevices"];
            default: components["responses"]["Refused"];
        };
    };
    end_other_devices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    rename_device: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
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
    end_device: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    make_wallet_card: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description made; it is shown once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 5 x 4 letters */
                        number: string;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    report_by_wallet_card: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    number: string;
                };
            };
        };
        responses: {
            /** @description they are dead */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_losses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description losses */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        losses: components["schemas"]["Loss"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    report_loss: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    person: components["schemas"]["Id"];
                    device?: components["schemas"]["Id"];
                };
            };
        };
        responses: {
            /** @description reported */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description how many are lost now by this */
                        devices: number;
                        /** @description how many ended */
                        sessions: number;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    find_loss: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loss: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
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
    list_new_devices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description devices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        devices: {
                            device: components["schemas"]["KnownDevice"];
                            /** @description whose; nobody's if many use it */
                            person?: components["schemas"]["Id"];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    remove_device: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    approve_device: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description approved */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_devices_of: {
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
            200: components["responses"]["KnownDevices"];
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
    list_departments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description departments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description of the directory; for set_departments */
                        version: number;
                        departments: components["schemas"]["Department"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    set_departments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    departments: {
                        name: string;
                        /** @description its name until now; absent if it is new */
                        was?: string;
                        /** @description the new name of one that stands before it */
                        parent?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    set_head: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    department: string;
                    person?: components["schemas"]["Id"];
                };
            };
        };
        responses: {
            /** @description set; without a person, nobody heads it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    export_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    format: "xlsx" | "csv";
                };
            };
        };
        responses: {
            /** @description the sheet, as a file to keep */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description where it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportStanding"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    import_people: {
        parameters: {
            query?: {
                /** @description by which `get_import` names it afterwards */
                key?: components["schemas"]["ClientKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    preview_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description every change, in the order of the rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPlan"];
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
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Proof"];
            };
        };
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
    list_displays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        displays: components["schemas"]["Display"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    make_display: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisplayWish"];
            };
        };
        responses: {
            201: components["responses"]["DisplayCode"];
            default: components["responses"]["Refused"];
        };
    };
    change_display: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                display: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisplayWish"];
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
    end_display: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                display: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    renew_display: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                display: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: components["responses"]["DisplayCode"];
            default: components["responses"]["Refused"];
        };
    };
    get_display: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisplayBoard"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    open_display: {
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
            /** @description open */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_my_doubts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Doubts"];
            default: components["responses"]["Refused"];
        };
    };
    answer_doubt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                doubt: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mine: boolean;
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
    list_denied_doubts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Doubts"];
            default: components["responses"]["Refused"];
        };
    };
    ask_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description sign it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyChallenge"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    sign_in_by_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    device?: components["schemas"]["Device"];
                    credential_id: string;
                    handle: string;
                    client_data: string;
                    authenticator_data: string;
                    signature: string;
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
    offer_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Proof"];
            };
        };
        responses: {
            /** @description make it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOffer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_passkeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description all of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        passkeys: components["schemas"]["Passkey"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    add_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 1 to 40 characters as people count */
                    name: string;
                    client_data: string;
                    attestation: string;
                };
            };
        };
        responses: {
            /** @description kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    rename_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
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
    remove_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey: components["schemas"]["Id"];
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
    get_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description how it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description if it isn't there, there is none */
                        since?: number;
                        /** @description that are still good */
                        recovery_codes: number;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    confirm_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description ten codes for paper, shown once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    end_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
    begin_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Proof"];
            };
        };
        responses: {
            /** @description for the app */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description base32 */
                        secret: string;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    renew_recovery_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Proof"];
            };
        };
        responses: {
            /** @description ten codes, shown once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_figures: {
        parameters: {
            query?: {
                /** @description "2026-11"; absent: this month */
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Figures"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_groups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description groups */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: components["schemas"]["ListedGroup"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ask_to_join: {
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
                    /** @description why, if one likes to say it: at most 200 characters */
                    words?: string;
                };
            };
        };
        responses: {
            /** @description its master and deputy see it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    take_back_request: {
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
    set_group: {
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
                    /** @description 1 to 50 characters */
                    name: string;
                    /** @description of the group that was looked at */
                    edited: number;
                    visibility?: components["schemas"]["Visibility"];
                    /** @description at most 200 characters; needed if it is listed */
                    purpose?: string;
                    ends_on?: components["schemas"]["EndDay"];
                    shows_past?: boolean;
                };
            };
        };
        responses: {
            /** @description changed; every member's screen follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    hand_over: {
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
                    person: components["schemas"]["Id"];
                    /** @description I leave the group, in the same step */
                    leaving?: boolean;
                };
            };
        };
        responses: {
            /** @description handed over */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    set_deputy: {
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
                    /** @description absent for nobody */
                    person?: components["schemas"]["Id"];
                };
            };
        };
        responses: {
            /** @description set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    answer_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room: components["parameters"]["Room"];
                person: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    answer: "yes" | "no";
                };
            };
        };
        responses: {
            /** @description answered */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    get_all_hours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description times */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllHours"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    set_patterns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoursScope"] & components["schemas"]["PatternsChoice"];
            };
        };
        responses: {
            /** @description set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    set_department_patterns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatternsChoice"];
            };
        };
        responses: {
            /** @description set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    get_hours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description times */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hours"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ask_statuses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
            /** @description people */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: components["schemas"]["PersonHours"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    set_week: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoursScope"] & components["schemas"]["WeekChoice"];
            };
        };
        responses: {
            /** @description set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    set_day: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoursScope"] & components["schemas"]["DayChoice"];
            };
        };
        responses: {
            /** @description set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    set_my_week: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeekChoice"];
            };
        };
        responses: {
            /** @description set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    set_my_day: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DayChoice"];
            };
        };
        responses: {
            /** @description set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    set_department_week: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeekChoice"];
            };
        };
        responses: {
            /** @description set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    set_department_day: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DayChoice"];
            };
        };
        responses: {
            /** @description set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    keep_later: {
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
                "application/json": components["schemas"]["NewLaterMessage"];
            };
        };
        responses: {
            /** @description kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LaterMessage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_later: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
                        later: components["schemas"]["LaterMessage"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    take_back_later: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                later: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description taken back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    get_notices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description notices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notices"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    see_notices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    up_to: number;
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
    set_quiet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuietChoice"];
            };
        };
        responses: {
            /** @description set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    remove_photo_of: {
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
            /** @description they have none any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    get_photo: {
        parameters: {
            query?: {
                /** @description large: 512 pixels each way, small: 96 */
                size?: "large" | "small";
            };
            header?: never;
            path: {
                person: components["schemas"]["Id"];
                photo: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the photo */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    set_photo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
                "image/heic": string;
                "image/heif": string;
            };
        };
        responses: {
            /** @description it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        photo: components["schemas"]["Id"];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    remove_photo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description there is none */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_colleagues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description in kana order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: components["schemas"]["Colleague"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    take_over: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    person: components["schemas"]["Id"];
                    pin: string;
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
    get_pin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description all but the PIN */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    set_pin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description six digits that nobody else would try first */
                    pin: string;
                    /** @description a proof, as `Proof` says */
                    password?: string;
                    code?: string;
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
    remove_pin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
    know_pin_closing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
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
    get_places: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description what holds, and where the asker is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        networks: components["schemas"]["Network"][];
                        allowances: components["schemas"]["Allowance"][];
                        /** @description of the asker */
                        address: string;
                        here: components["schemas"]["NetworkClass"];
                        /** @description clause 3.4 is on and a network is named */
                        holds: boolean;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    set_places: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Places"];
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
    get_guideline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the guideline */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Guideline"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    draft_own_clause: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 1 to 60 characters */
                    title: string;
                    /** @description 1 to 4,000 characters */
                    text: string;
                };
            };
        };
        responses: {
            /** @description its id */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    check_draft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Check"];
            };
        };
        responses: {
            /** @description findings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checked"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    remove_own_clause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clause: components["parameters"]["Clause"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description drafted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    choose_setting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clause: components["parameters"]["Clause"];
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description a mode or a number; absent: as the level above says */
                    value?: string;
                };
            };
        };
        responses: {
            /** @description holds from now on */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    choose_department_setting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clause: components["parameters"]["Clause"];
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description a mode or a number; absent: as the level above says */
                    value?: string;
                };
            };
        };
        responses: {
            /** @description holds from now on */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    limit_departments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clause: components["parameters"]["Clause"];
                measure: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description absent: what the preset says */
                    modes?: components["schemas"]["Mode"][];
                };
            };
        };
        responses: {
            /** @description holds from now on */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    dismiss_hints: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clause: components["parameters"]["Clause"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description dismissed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    want_hints: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clause: components["parameters"]["Clause"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description shown again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    draft_clause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clause: components["parameters"]["Clause"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 1 to 60 characters */
                    title: string;
                    /** @description 1 to 4,000 characters */
                    text: string;
                };
            };
        };
        responses: {
            /** @description drafted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    drop_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clause: components["parameters"]["Clause"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description dropped */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    publish_edition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 1 to 1,000 characters */
                    note: string;
                    /** @description a date as people type it: 2026/4/1 */
                    effective_on: string;
                };
            };
        };
        responses: {
            /** @description the edition */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Edition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_edition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                edition: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description its clauses */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clauses: components["schemas"]["ClauseText"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    accept_edition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    edition: number;
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
    get_quiz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description questions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quiz"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    finish_quiz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description of the questions I saw */
                    version: number;
                    /** @description one for each question; not kept */
                    answers: number[];
                };
            };
        };
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    set_questions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description of the questions that these replace; 409 if another holds by now */
                    version: number;
                    /** @description five */
                    questions: components["schemas"]["QuizQuestion"][];
                };
            };
        };
        responses: {
            /** @description set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    reset_questions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    get_quiz_progress: {
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
                    "application/json": components["schemas"]["QuizProgress"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    report_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room: components["parameters"]["Room"];
                seq: components["parameters"]["Seq"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 1 to 500 characters */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description reported; every administrator's notices are told to look */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: components["schemas"]["Id"];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_reports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description reports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reports: components["schemas"]["Report"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    open_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report: components["parameters"]["Report"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedReport"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    close_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report: components["parameters"]["Report"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 1 to 500 characters */
                    outcome: string;
                };
            };
        };
        responses: {
            /** @description closed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_reviews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description reviews */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reviews: components["schemas"]["Review"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    answer_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                review: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    answer: "stays" | "leaves";
                };
            };
        };
        responses: {
            /** @description closed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description roles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Roles"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    appoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    role: components["schemas"]["Role"];
                    sets: components["schemas"]["Id"][];
                };
            };
        };
        responses: {
            /** @description it is so */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    see_role_changes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    up_to: number;
                };
            };
        };
        responses: {
            /** @description noted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    make_role_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRoleSet"];
            };
        };
        responses: {
            /** @description made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: components["schemas"]["Id"];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    change_role_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                set: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRoleSet"];
            };
        };
        responses: {
            /** @description it is so */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_role_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                set: components["schemas"]["Id"];
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
    get_sign_in_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInRules"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    set_sign_in_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRules"];
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
    issue_first_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Proof"];
            };
        };
        responses: {
            /** @description made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstPassword"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    set_department_site: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    department: string;
                    /** @description empty: nowhere in particular */
                    site: string;
                };
            };
        };
        responses: {
            /** @description set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_sites: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description sites in the order in which they are shown */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description of the directory; for set_sites */
                        version: number;
                        sites: components["schemas"]["Site"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    set_sites: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    sites: {
                        name: string;
                        /** @description its name until now; absent if it is new */
                        was?: string;
                        /** @description may be empty */
                        address: string;
                        /** @description may be empty */
                        telephone: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description set */
            204: {
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
    list_members: {
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
            /** @description members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        members: components["schemas"]["Membership"][];
                    };
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
                            /** @description absent if it was outside the hours of whoever read (clause B3) */
                            at?: components["schemas"]["Instant"];
                        }[];
                        unread: components["schemas"]["Id"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
}
