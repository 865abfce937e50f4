package org.medflow.scheduling.resource;

import static org.medflow.platform.security.Permission.CHECK_IN_PATIENTS;
import static org.medflow.platform.security.Permission.MANAGE_EQUIPMENT;
import static org.medflow.platform.security.Permission.MANAGE_QUEUE;
import static org.medflow.platform.security.Permission.MANAGE_SETTINGS;
import static org.medflow.platform.security.Permission.MANAGE_STAFF_SCHEDULES;
import static org.medflow.platform.security.Permission.VIEW_APPOINTMENTS;
import static org.medflow.platform.security.Permission.VIEW_QUEUE;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;
import org.medflow.platform.web.Versions;
import org.medflow.scheduling.boundary.AppointmentTypeView;
import org.medflow.scheduling.boundary.AppointmentTypes;
import org.medflow.scheduling.boundary.EquipmentChange;
import org.medflow.scheduling.boundary.EquipmentRegister;
import org.medflow.scheduling.boundary.EquipmentView;
import org.medflow.scheduling.boundary.RoomChange;
import org.medflow.scheduling.boundary.RoomRegister;
import org.medflow.scheduling.boundary.RoomView;
import org.medflow.scheduling.boundary.TypeChange;
import org.medflow.scheduling.entity.RoomStatus;

/** What appointments are made of: types, rooms, equipment. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "appointments")
public class PlacesResource {

  @Inject AppointmentTypes types;
  @Inject RoomRegister rooms;
  @Inject EquipmentRegister equipment;

  public record Becoming(RoomStatus status) {}

  @GET
  @Path("appointment-types")
  @Requires
  @Operation(summary = "Types with their minutes, buffer and way through the clinic")
  public Listing<AppointmentTypeView> types() {
    return Listing.of(types.all());
  }

  @POST
  @Path("appointment-types")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_SETTINGS, MANAGE_STAFF_SCHEDULES})
  @Operation(summary = "Add a type for the whole group")
  public Response addType(TypeChange body) {
    var made = types.add(body);
    return Response.status(Response.Status.CREATED)
        .tag(Versions.tag(made.version()))
        .entity(made)
        .build();
  }

  @PATCH
  @Path("appointment-types/{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_SETTINGS, MANAGE_STAFF_SCHEDULES})
  @Operation(summary = "Change a type")
  public AppointmentTypeView amendType(
      @PathParam("code") String code,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      TypeChange body) {
    return types.amend(code, Versions.required(ifMatch), body);
  }

  @GET
  @Path("rooms")
  @Requires({
    VIEW_APPOINTMENTS,
    VIEW_QUEUE,
    CHECK_IN_PATIENTS,
    MANAGE_QUEUE,
    MANAGE_SETTINGS,
    MANAGE_STAFF_SCHEDULES
  })
  @Operation(summary = "The rooms of this clinic and who is in them")
  public Listing<RoomView> rooms() {
    return Listing.of(rooms.all());
  }

  @POST
  @Path("rooms")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_SETTINGS, MANAGE_STAFF_SCHEDULES})
  @Operation(summary = "Add a room")
  public Response addRoom(RoomChange body) {
    var made = rooms.create(body);
    return Response.status(Response.Status.CREATED)
        .tag(Versions.tag(made.version()))
        .entity(made)
        .build();
  }

  @PATCH
  @Path("rooms/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_SETTINGS, MANAGE_STAFF_SCHEDULES})
  @Operation(summary = "Change a room")
  public RoomView amendRoom(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      RoomChange body) {
    return rooms.amend(id, Versions.required(ifMatch), body);
  }

  @POST
  @Path("rooms/{id}/status")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({CHECK_IN_PATIENTS, MANAGE_QUEUE, MANAGE_SETTINGS, MANAGE_STAFF_SCHEDULES})
  @Operation(summary = "Free, being cleaned, closed …; a person is let in by calling her")
  public RoomView status(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Becoming body) {
    return rooms.setStatus(id, Versions.required(ifMatch), body.status());
  }

  @GET
  @Path("equipment")
  @Requires({VIEW_APPOINTMENTS, MANAGE_EQUIPMENT, MANAGE_STAFF_SCHEDULES, MANAGE_SETTINGS})
  @Operation(summary = "Equipment that can be booked")
  public Listing<EquipmentView> equipment() {
    return Listing.of(equipment.all());
  }

  @POST
  @Path("equipment")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_EQUIPMENT, MANAGE_STAFF_SCHEDULES})
  @Operation(summary = "Add equipment")
  public Response addEquipment(EquipmentChange body) {
    var made = equipment.create(body);
    return Response.status(Response.Status.CREATED)
        .tag(Versions.tag(made.version()))
        .entity(made)
        .build();
  }

  @PATCH
  @Path("equipment/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_EQUIPMENT, MANAGE_STAFF_SCHEDULES})
  @Operation(summary = "Change equipment")
  public EquipmentView amendEquipment(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      EquipmentChange body) {
    return equipment.amend(id, Versions.required(ifMatch), body);
  }
}
